import { describe, expect, it } from 'vitest'
import { parseXml } from '#shared/plan-import/xml/parse-xml.ts'
import { textOf } from '#shared/plan-import/xml/xml-tree.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const parse = (source: string) => parseXml(new TextEncoder().encode(source))

describe('parseXml', () => {
  it('names elements and attributes by their namespace, whatever prefix the file chose', () => {
    const result = parse(`<z:p xmlns:z="${word}" z:val='1' plain="2"/>`)
    expect(result).toMatchObject({ ok: true, value: { name: 'w:p' } })
    expect(result.ok && [...result.value.attributes.keys()]).toEqual(['xmlns:z', 'w:val', 'plain'])
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

  it.each([
    '<t>', '</t>', '<t></u>', '<t a=1/>', '<t a="1" b/>', '<t>&unknown;</t>', '<t>&#xFFFFFFF;</t>', '<t>a & b</t>', '<t/><t/>', '<t/>text', 'text', '', '<', '<t><![CDATA[</t>', '<t a="<"/>',
  ])('refuses what is not well-formed: %j', (source) => {
    expect(parse(source)).toEqual({ ok: false, error: { code: 'damaged', part: 'xml' } })
  }) // prettier-ignore

  it('refuses a document type, in any place and of any size', () => {
    const problem = { ok: false, error: { code: 'unsafe', reason: 'entity-declaration' } }
    expect(parse('<!DOCTYPE t><t/>')).toEqual(problem)
    expect(parse('<t><!ENTITY a "b"></t>')).toEqual(problem)
  })
})
