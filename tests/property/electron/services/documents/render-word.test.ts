import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderWord } from '#electron/services/documents/render-word.ts'
import { blockTexts, cleanModel } from '#shared/documents/clean-model.ts'
import { anyModel } from '#tests/support/documents/arbitrary-model.ts'
import { hygieneProblems } from '#tests/support/documents/hygiene.ts'
import { paragraphsOf, partOf, unpack } from '#tests/support/documents/unpack.ts'

// Texts of the corpus name files, links and dates; only what is more than text is a problem here.
const onlyText = new Set(['date', 'link', 'comment', 'custom part', 'thumbnail', 'macro'])

describe('renderWord', () => {
  it('writes valid, clean XML that says every word of any model, in the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyModel, async (model) => {
        const bytes = await renderWord(model)
        expect(Buffer.compare(bytes, await renderWord(model))).toBe(0)
        const parts = await unpack(bytes)
        expect(hygieneProblems(parts).filter((problem) => !onlyText.has(problem))).toEqual([])
        const printed = paragraphsOf(partOf(parts, 'word/document.xml')).join('\n')
        const { blocks } = cleanModel(model)
        // Cells beyond the last column have no place in a table.
        const texts = blocks.filter(({ type }) => type !== 'table').flatMap(blockTexts)
        expect(texts.filter((text) => !printed.includes(text))).toEqual([])
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})
