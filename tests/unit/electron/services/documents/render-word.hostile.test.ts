import { describe, expect, it } from 'vitest'
import { renderWord } from '#electron/services/documents/render-word.ts'
import { cleanText } from '#shared/documents/clean-text.ts'
import { filledWith } from '#tests/support/documents/filled-with.ts'
import { hostileStrings } from '#tests/support/documents/hostile-strings.ts'
import { hygieneProblems } from '#tests/support/documents/hygiene.ts'
import { paragraphsOf, partOf, unpack } from '#tests/support/documents/unpack.ts'

describe('renderWord with hostile texts', () => {
  it.each(hostileStrings.map((text) => [nameOf(text), text]))(
    'writes valid XML and the same words for %s',
    async (_, text) => {
      const parts = await unpack(await renderWord(filledWith(text)))
      expect(hygieneProblems(parts).filter((problem) => problem !== 'date')).toEqual([])
      const main = partOf(parts, 'word/document.xml')
      expect(main).not.toContain('w:instrText')
      expect(paragraphsOf(main).filter((paragraph) => paragraph === cleanText(text)).length).toBeGreaterThan(
        5,
      )
    },
  )
})

function nameOf(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
