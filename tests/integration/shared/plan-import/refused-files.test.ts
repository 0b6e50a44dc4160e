import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import { makeZip } from '#tests/support/plans/make-zip.ts'
import type { RawEntry } from '#tests/support/plans/make-zip.ts'
import { makeWordFile, para, wordPartTexts } from '#tests/support/plans/ooxml.ts'
import { readRepositoryFile } from '#tests/support/plans/read-fixture.ts'

const text = (characters: string) => new TextEncoder().encode(characters)
const utf16 = (characters: string) => Buffer.from(characters, 'utf16le')
const compoundFile = (stream: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(stream)]))

async function problemOf(bytes: Uint8Array): Promise<unknown> {
  const result = await readPlan(bytes)
  return result.ok ? 'read' : result.error
}

function wordEntries(body: string, changes: Readonly<Record<string, string | null>> = {}): RawEntry[] {
  const parts = { ...wordPartTexts({ body }), ...changes }
  return Object.entries(parts).flatMap(([name, part]) => (part === null ? [] : [{ name, bytes: text(part) }]))
}

describe('a file that is no Word document', () => {
  it.each([
    ['old-word', { code: 'old-word-doc' }],
    ['pdf', { code: 'not-word', found: 'pdf' }],
    ['rich-text', { code: 'not-word', found: 'rich-text' }],
    ['open-document', { code: 'not-word', found: 'open-document' }],
    ['web-page', { code: 'not-word', found: 'web-page' }],
  ])('is named for what it is: %s', async (name, problem) => {
    expect(await problemOf(await readRepositoryFile(`tests/fixtures/plans/foreign/${name}.docx`))).toEqual(
      problem,
    )
  })

  it.each([
    ['nothing at all', new Uint8Array(), { code: 'empty-file' }],
    [
      'plain text',
      text('7.2 The Friday exchange takes place at six.'),
      { code: 'not-word', found: 'plain-text' },
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), { code: 'not-word', found: 'picture' }],
    [
      'Word XML',
      text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'),
      { code: 'not-word', found: 'word-xml' },
    ],
    ['bytes of no kind', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), { code: 'not-word', found: 'unknown' }],
    ['an old spreadsheet', compoundFile('Workbook'), { code: 'not-word', found: 'spreadsheet' }],
    ['a protected document', compoundFile('EncryptedPackage'), { code: 'password-protected' }],
  ])('is named for what it is: %s', async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toEqual(problem)
  })

  it.each([
    [
      'a spreadsheet',
      { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<a/>' },
      { code: 'not-word', found: 'spreadsheet' },
    ],
    [
      'slides',
      { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<a/>' },
      { code: 'not-word', found: 'presentation' },
    ],
    ['Pages', { 'Index/Document.iwa': 'x' }, { code: 'not-word', found: 'pages' }],
    ['an archive of letters', { 'letter.txt': 'Dear' }, { code: 'not-word', found: 'archive' }],
    [
      'a Word file without its text',
      { '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<a/>' },
      { code: 'damaged', part: 'main-document' },
    ],
  ])('is named for what it is inside: %s', async (_, parts, problem) => {
    const bytes = makeZip(Object.entries(parts).map(([name, part]) => ({ name, bytes: text(part) })))
    expect(await problemOf(bytes)).toEqual(problem)
  })

  it('is refused when it carries macros, whatever its name', async () => {
    const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await problemOf(await makeWordFile({ body: para('1. One'), mainType }))).toEqual({
      code: 'macro-enabled',
    })
    const hidden = await makeWordFile({ body: para('1. One'), extra: { 'word/vbaProject.bin': 'x' } })
    expect(await problemOf(hidden)).toEqual({ code: 'macro-enabled' })
  })

  it('is refused with what it does hold when it holds no text', async () => {
    expect(await problemOf(await makeWordFile({ body: para('') }))).toEqual({
      code: 'no-text',
      pictures: 0,
      embedded: 0,
    })
    const scan = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'
    expect(await problemOf(await makeWordFile({ body: scan }))).toEqual({
      code: 'no-text',
      pictures: 1,
      embedded: 0,
    })
    expect(await problemOf(await makeWordFile({ body: '<w:altChunk r:id="rId9"/>' }))).toEqual({
      code: 'no-text',
      pictures: 0,
      embedded: 1,
    })
  })
})

describe('a damaged Word file', () => {
  const body = Array.from({ length: 60 }, (_, index) =>
    para(`${index + 1}. The rule with the number ${index + 1}.`),
  ).join('')

  it('is refused wherever it was cut off', async () => {
    const whole = await makeWordFile({ body })
    for (let length = 4; length < whole.length; length += 61) {
      expect(await problemOf(whole.slice(0, length))).toMatchObject({ code: 'damaged', part: 'archive' })
    }
  })

  it('is refused when a byte of its text has changed', async () => {
    const entries = wordEntries(body).map((entry) => ({ ...entry, stored: true }))
    const bytes = makeZip(entries)
    const at = Buffer.from(bytes).indexOf('The rule with the number 30')
    bytes[at] = 0x54 ^ 1
    expect(await problemOf(bytes)).toEqual({ code: 'damaged', part: 'checksum' })
  })

  it.each([
    ['unclosed', '<w:p>'],
    ['crossed', '<w:p><w:r></w:p></w:r>'],
    ['with an unknown entity', '<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>'],
    ['with text beside the root', '</w:body></w:document>later<w:document><w:body>'],
  ])('is refused when its XML is %s', async (_, inner) => {
    expect(await problemOf(await makeWordFile({ body: inner }))).toEqual({ code: 'damaged', part: 'xml' })
  })

  it('is refused when an entry needs a password or an unknown way of packing', async () => {
    const [first, ...others] = wordEntries(body)
    if (first === undefined) throw new Error('a Word file has parts')
    expect(await problemOf(makeZip([{ ...first, flags: 1 }, ...others]))).toEqual({
      code: 'password-protected',
    })
    expect(await problemOf(makeZip([{ ...first, method: 14 }, ...others]))).toEqual({
      code: 'damaged',
      part: 'archive',
    })
  })
})

describe('a hostile Word file', () => {
  const zeros = (bytes: number) => new Uint8Array(bytes)

  it('is refused beyond 20 MiB without being opened', async () => {
    expect(await problemOf(zeros(20 * 1024 * 1024 + 1))).toMatchObject({
      code: 'too-large',
      limit: 'file-bytes',
    })
  })

  it('is refused when it declares more than 100 MiB unpacked', async () => {
    const bomb = makeZip([
      ...wordEntries(para('1. One')),
      { name: 'media', bytes: text('x'), declaredBytes: 200 * 1024 * 1024 },
    ])
    expect(await problemOf(bomb)).toMatchObject({ code: 'too-large', limit: 'unpacked-bytes' })
  })

  it('is refused when an entry unpacks more than two hundredfold', async () => {
    const bomb = makeZip([
      ...wordEntries(para('1. One')),
      { name: 'word/media/a.bin', bytes: zeros(30 * 1024 * 1024) },
    ])
    expect(await problemOf(bomb)).toMatchObject({ code: 'too-large', limit: 'ratio' })
  })

  it('is refused when an entry unpacks to more than it declares', async () => {
    const entries = wordEntries(para('1. One')).map((entry) =>
      entry.name === 'word/document.xml'
        ? { ...entry, bytes: zeros(40 * 1024 * 1024), declaredBytes: 900_000 }
        : entry,
    )
    expect(await problemOf(makeZip(entries))).toEqual({ code: 'damaged', part: 'archive' })
  })

  it('is refused with more entries than any document has', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      name: `word/media/${index}.bin`,
      bytes: zeros(1),
    }))
    expect(await problemOf(makeZip([...wordEntries(para('1. One')), ...many]))).toMatchObject({
      code: 'too-large',
      limit: 'entries',
    })
  })

  it('is refused when entries share their bytes or climb out of the archive', async () => {
    const shared = makeZip([
      ...wordEntries(para('1. One')),
      { name: 'a', bytes: zeros(9) },
      { name: 'b', bytes: zeros(9), sharesDataOf: 4 },
    ])
    expect(await problemOf(shared)).toEqual({ code: 'unsafe', reason: 'overlapping-entries' })
    const climbing = makeZip([...wordEntries(para('1. One')), { name: '../../out.txt', bytes: zeros(9) }])
    expect(await problemOf(climbing)).toEqual({ code: 'unsafe', reason: 'entry-path' })
  })

  it('is refused when any part declares a document type, so that no entity can grow', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
    const problem = { code: 'unsafe', reason: 'entity-declaration' }
    expect(await problemOf(makeZip(wordEntries('', { 'word/document.xml': laughs })))).toEqual(problem)
    expect(await problemOf(makeZip(wordEntries(para('1. One'), { '_rels/.rels': laughs })))).toEqual(problem)
  })

  it('is refused when it is nested deeper than any document', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(400) + para('1. One') + '</w:sdtContent></w:sdt>'.repeat(400)
    expect(await problemOf(await makeWordFile({ body: deep }))).toMatchObject({
      code: 'too-large',
      limit: 'depth',
    })
  })

  it('reads neither links that lead out nor names that mean something to the program', async () => {
    const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="b" Type="x/numbering" Target="__proto__"/></Relationships>`
    const entries = wordEntries(
      para('1. One') + para('constructor. Two', { style: '__proto__', list: [1, 0] }),
      {
        'word/_rels/document.xml.rels': rels,
        __proto__: '<x/>',
      },
    )
    expect(await problemOf(makeZip(entries))).toBe('read')
    expect(({} as Record<string, unknown>)['w:val']).toBeUndefined()
  })
})

describe('an unusual but sound Word file', () => {
  it('is read with bytes in front of it, with backslashes, and with another name for its text', async () => {
    const stub = makeZip(wordEntries(para('1. One')), text('stub in front of the archive '))
    expect(await problemOf(stub)).toBe('read')
    const slashes = wordEntries(para('1. One')).map((entry) => ({
      ...entry,
      name: entry.name.replaceAll('/', '\\'),
    }))
    expect(await problemOf(makeZip(slashes))).toBe('read')
    const moved = new JSZip()
    for (const { name, bytes } of wordEntries(para('1. One'))) {
      const asText = new TextDecoder().decode(bytes).replace('word/document.xml"', '/word/document2.xml"')
      moved.file(name.replace('word/document.xml', 'word/document2.xml'), asText)
    }
    expect(await problemOf(await moved.generateAsync({ type: 'uint8array', streamFiles: true }))).toBe('read')
  })

  it('is read in UTF-16', async () => {
    const entries = wordEntries(para('1. One')).map(({ name, bytes }) => ({
      name,
      bytes:
        name === 'word/document.xml'
          ? utf16(`\uFEFF${new TextDecoder().decode(bytes).replace('UTF-8', 'UTF-16')}`)
          : bytes,
    }))
    expect(await problemOf(makeZip(entries))).toBe('read')
  })
})
