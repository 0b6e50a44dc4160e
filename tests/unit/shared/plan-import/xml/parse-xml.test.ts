import { describe, expect, it } from 'vitest'
import { limits } from '#shared/plan-import/package/limits.ts'
import { parseXml } from '#shared/plan-import/xml/parse-xml.ts'
import { textOf } from '#shared/plan-import/xml/xml-tree.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const parse = (source: string) => parseXml(new TextEncoder().encode(source))

describe('parseXml', () => {
  it('names elements and attributes by their namespace, whatever prefix the file chose', () => {
    const result = parse(`<z:p xmlns:z="${word}" z:val='1' plain="2"/>`)
    expect(result).toMatchObject({ ok: true, value: { name: 'w:p' } })
    expect(result.ok && [...result.value.attributes.keys()]).toEqual(['w:val', 'plain'])
  })

  it('keeps unknown namespaces apart from the known ones', () => {
    const result = parse('<w:p xmlns:w="urn:other" w:val="1"/>')
    expect(result).toMatchObject({ ok: true, value: { name: 'other-w:p' } })
    expect(result.ok && [...result.value.attributes.keys()]).toEqual(['other-w:val'])
  })

  it('knows the default namespace, for elements only', () => {
    const result = parse(`<p xmlns="${word}" val="1"><r xmlns="urn:other">x</r></p>`)
    expect(result).toMatchObject({ ok: true, value: { name: 'w:p', children: [{ name: 'r' }] } })
  })

  it('reads references, CDATA and white space, and drops comments and instructions', () => {
    const result = parse(
      '<?xml version="1.0"?><!-- a --><t a="&quot;&#38;">x &lt;&#x1F388;<![CDATA[<&>]]><?go?><!-- b --> y</t>\n',
    )
    expect(result.ok && textOf(result.value)).toBe('x <🎈<&> y')
    expect(result.ok && result.value.attributes.get('a')).toBe('"&')
  })

  it('reads line ends as XML wants them, and text in UTF-16 of either order', () => {
    expect(parse('<t>a\r\nb\rc</t>')).toMatchObject({ ok: true, value: { children: ['a\nb\nc'] } })
    const little = Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><t>é</t>', 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect(parseXml(new Uint8Array(bytes))).toMatchObject({ ok: true, value: { children: ['é'] } })
    }
  })

  it.each([
    '<t>', '</t>', '<t></u>', '<t a=1/>', '<t a="1" b/>', '<t>&unknown;</t>', '<t>&#xFFFFFFF;</t>', '<t>a & b</t>', '<t/><t/>', '<t/>text', 'text', '', '<', '<t><![CDATA[</t>', '<t a="<"/>',
    '<t a="1" a="2"/>', '<a:t/>', '<t a:b="1"/>', '<t>&#0;</t>', '<t>\u0001</t>', '<t>&#xD800;</t>', '<t>]]></t>', '<t>&constructor;</t>', '<!-- -- --><t/>',
    '<!DOCTYPE t', '<t><!ENTITY a "b"></t>',
  ])('refuses what is not well-formed: %j', (source) => {
    expect(parse(source)).toEqual({ ok: false, error: { code: 'damaged', part: 'xml' } })
  }) // prettier-ignore

  it.each([
    '<!DOCTYPE t><t/>',
    '<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>',
    '<!DOCTYPE t SYSTEM "file:///etc/passwd"><t/>',
    '<?xml version="1.1"?><!-- a --><!DOCTYPE t PUBLIC "a" "b" [<!ENTITY % c SYSTEM "d"> %c;]><t/>',
  ])('refuses a document type, whatever it declares: %j', (source) => {
    expect(parse(source)).toEqual({ ok: false, error: { code: 'unsafe', reason: 'entity-declaration' } })
  })

  it('stops at the limit of depth, before the end of the part', () => {
    expect(parse('<a>'.repeat(limits.depth) + '</a>'.repeat(limits.depth))).toMatchObject({ ok: true })
    expect(parse('<a>'.repeat(limits.depth + 1))).toMatchObject({
      ok: false,
      error: { code: 'too-large', limit: 'depth', allowed: limits.depth },
    })
  })
})
