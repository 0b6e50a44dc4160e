import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { planFixtures } from '#tests/support/plans/all-fixtures.ts'
import { expectedClauses } from '#tests/support/plans/fixture.ts'
import {
  bookkeepingFaults,
  lettersOf,
  planFrom,
  readRepositoryFile,
} from '#tests/support/plans/read-fixture.ts'

describe.each(planFixtures)('the plan $name', (fixture) => {
  const path = `tests/fixtures/plans/${fixture.name}.docx`

  it('has the clauses, headings and first words that a careful reader finds', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    const expected = expectedClauses(fixture)
    const found = plan.clauses.map(({ citation, heading, text }, index) => ({
      citation,
      heading: heading ?? '',
      firstWords: text.slice(0, expected[index]?.firstWords.length ?? 40),
    }))
    expect(found).toEqual(expected)
  })

  it('loses no paragraph and cites no two clauses alike', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    expect(bookkeepingFaults(plan)).toEqual([])
  })

  it('warns of what the user should look at, and of nothing else', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    expect(plan.warnings.map(({ code }) => code).toSorted()).toEqual((fixture.warnings ?? []).toSorted())
    if (fixture.title !== undefined) expect(plan.title).toBe(fixture.title)
  })
})

// The other reader shows hidden text and drops what simple fields and numbering fields show: not these files, then.
const readsDifferently = new Set([
  'word-notes-comments-hidden',
  'word-number-fields',
  'word-contents-controls-fields',
])
const comparable = planFixtures.filter(({ name }) => !readsDifferently.has(name))

describe('the text of the plan', () => {
  it.each(comparable)('$name is all there, as an independent reader finds it', async ({ name }) => {
    const bytes = await readRepositoryFile(`tests/fixtures/plans/${name}.docx`)
    const plan = await planFrom(bytes)
    const ours = lettersOf(plan.paragraphs.map(({ label, text }) => `${label ?? ''} ${text}`).join(' '))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(value.split('\n').filter((line) => !ours.includes(lettersOf(line)))).toEqual([])
  })
})
