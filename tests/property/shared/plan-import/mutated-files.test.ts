import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import { planFixtures } from '#tests/support/plans/all-fixtures.ts'
import { makeZip } from '#tests/support/plans/make-zip.ts'
import { makeWordFile, para, wordPartTexts } from '#tests/support/plans/ooxml.ts'
import { bookkeepingFaults, planFrom, readRepositoryFile } from '#tests/support/plans/read-fixture.ts'

const longestMs = 2_000
const files = await Promise.all(
  planFixtures.map(({ name }) => readRepositoryFile(`tests/fixtures/plans/${name}.docx`)),
)

/** Reads whatever it is given, and fails the test when that throws, takes too long or comes out inconsistent. */
async function mustCope(bytes: Uint8Array): Promise<void> {
  const started = performance.now()
  const result = await readPlan(bytes)
  expect(performance.now() - started).toBeLessThan(longestMs)
  if (result.ok) expect(bookkeepingFaults(result.value)).toEqual([])
  else expect(result.error.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
}

describe('a mutated Word file', () => {
  it('is read or refused with a code, whichever bytes have changed (1,500 files)', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 8 }), async (which, changes) => {
        const bytes = (files[which % files.length] ?? new Uint8Array()).slice()
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte
        await mustCope(bytes)
      }),
      { numRuns: 1_500 },
    )
  }, 120_000)

  it('is read or refused with a code, wherever pieces were cut out or doubled (500 files)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.nat(400),
        fc.boolean(),
        async (which, at, length, isDoubled) => {
          const bytes = files[which % files.length] ?? new Uint8Array()
          const from = at % bytes.length
          const piece = bytes.subarray(from, from + length)
          const middle = isDoubled ? [piece, piece] : []
          await mustCope(Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(from + length)]))
        },
      ),
      { numRuns: 500 },
    )
  }, 120_000)
})

const values = ['-1', '999999999', '0', 'abc', '', '%1%2%3', '9', '2147483648']
const scraps = [
  '<w:p/>',
  '<w:tbl/>',
  '<w:del/>',
  '<w:vanish/>',
  '<w:r><w:t>(a) </w:t></w:r>',
  '<w:numPr><w:numId w:val="1"/></w:numPr>',
]

/** Changes one tag of an XML part: its value, a scrap before it, the whole paragraph doubled, or the tag gone. */
function changeTag(source: string, which: number, how: number, choice: number): string {
  const tags = [...source.matchAll(/<[^>]+>/g)]
  const tag = tags[which % Math.max(1, tags.length)]
  if (tag === undefined) return source
  const [before, after] = [source.slice(0, tag.index), source.slice(tag.index + tag[0].length)]
  if (how === 0)
    return before + tag[0].replace(/w:val="[^"]*"/, `w:val="${values[choice % values.length] ?? ''}"`) + after
  if (how === 1) return before + (scraps[choice % scraps.length] ?? '') + tag[0] + after
  const end = after.indexOf('</w:p>')
  if (how === 2 && end !== -1)
    return before + (tag[0] + after.slice(0, end + 6)).repeat(2) + after.slice(end + 6)
  return tag[0].endsWith('/>') ? before + after : source
}

describe('a Word file with changed XML', () => {
  it('is read or refused with a code, and no paragraph is lost (1,000 files)', async () => {
    const change = fc.tuple(fc.nat(), fc.nat(3), fc.nat())
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), async (which, changes) => {
        const zip = await JSZip.loadAsync(files[which % files.length] ?? new Uint8Array())
        const names = Object.keys(zip.files).filter((name) =>
          /(document|numbering|styles|notes)\.xml$/.test(name),
        )
        for (const [at, how, choice] of changes) {
          const name = names[at % names.length] ?? ''
          zip.file(name, changeTag((await zip.file(name)?.async('string')) ?? '', at, how, choice))
        }
        await mustCope(await zip.generateAsync({ type: 'uint8array' }))
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)
})

const tag = fc.constantFrom(
  'w:p', 'w:r', 'w:t', 'w:pPr', 'w:rPr', 'w:numPr', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:del', 'w:hyperlink',
  'w:txbxContent', 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback', 'w:drawing', 'w:body', 'w:sectPr', 'x', 'w:fldSimple', 'w:ruby',
) // prettier-ignore
const leaf = fc.constantFrom(
  '<w:numId w:val="1"/>', '<w:ilvl w:val="99"/>', '<w:ilvl w:val="-3"/>', '<w:pStyle w:val="A"/>', '<w:vanish/>', '<w:del/>', '<w:tab/>',
  '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
  '<w:instrText>LISTNUM</w:instrText>', '<w:footnoteReference w:id="1"/>', '<w:sym w:font="Wingdings" w:char="F0FF"/>', '<w:br/>',
  '7.2 ', '(a) ', '(i) ', 'Article IV', '1. ', '¶', '12 January 2026', 'Text that says something.', '&#10;', '&amp;', '\u202E',
) // prettier-ignore
const markup = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    leaf,
    fc
      .tuple(tag, fc.array(tie('tree'), { maxLength: 5 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}))

describe('a Word file with elements in any order', () => {
  it('is read or refused with a code, and no paragraph is lost (1,000 files)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(markup.tree, { maxLength: 12 }),
        fc.array(markup.tree, { maxLength: 4 }),
        async (body, lists) => {
          const parts = wordPartTexts({
            body: body.join(''),
            numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1.%9"/>${lists.join('')}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
            styles:
              '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
          })
          await mustCope(
            makeZip(
              Object.entries(parts).map(([name, part]) => ({ name, bytes: new TextEncoder().encode(part) })),
            ),
          )
        },
      ),
      { numRuns: 1_000 },
    )
  }, 120_000)
})

const opening = fc.constantFrom(
  '1. ', '2. ', '3. ', '1.1 ', '1.2 ', '2.1 ', '(a) ', '(b) ', '(c) ', '(i) ', '(ii) ', '(v) ', 'A. ', 'B. ', 'I. ', 'II. ', 'Article I ', 'Article II ',
  'Schedule A ', 'a) ', 'b) ', '1) ', '2) ', '¶3 ', '§ 4 ', 'Section 5. ', '', '', '', '12 January 2026 ', '6:00 p.m. ', '1\t', '7.2(a)(i) ',
) // prettier-ignore

describe('a plan with numbers in any order', () => {
  it('keeps every paragraph and gives every clause a citation of its own (500 plans)', async () => {
    const line = fc.record({
      opening,
      words: fc.constantFrom(
        'Exchanges',
        'The child calls at seven.',
        'SIGNED',
        'Holidays are shared:',
        '_______',
      ),
      bold: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
        const plan = await planFrom(
          await makeWordFile({
            body: lines.map(({ opening: start, words, bold }) => para(start + words, { bold })).join(''),
          }),
        )
        expect(bookkeepingFaults(plan)).toEqual([])
        expect(plan.paragraphs).toHaveLength(lines.length)
      }),
      { numRuns: 500 },
    )
  }, 120_000)
})
