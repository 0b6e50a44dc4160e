import { describe, expect, it } from 'vitest'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import { abstractList, listInstance, makeWordFile, para } from '#tests/support/plans/ooxml.ts'
import { planFrom } from '#tests/support/plans/read-fixture.ts'

const longParagraph = 'The parents agree that this goes on. '.repeat(2_703)

/** Does the work, up to three times, and gives its shortest time: other programs may be using the processor too. */
async function timed<T>(
  work: () => Promise<T>,
  enoughMs: number,
): Promise<{ readonly value: T; readonly ms: number }> {
  let shortest = Number.POSITIVE_INFINITY
  let value = await work()
  for (let attempt = 0; attempt < 3 && shortest >= enoughMs; attempt += 1) {
    const started = performance.now()
    value = await work()
    shortest = Math.min(shortest, performance.now() - started)
  }
  return { value, ms: shortest }
}

describe('a large plan', () => {
  it('with 3,000 typed clauses is read within two seconds', async () => {
    const body = Array.from({ length: 3_000 }, (_, index) =>
      para(`${Math.floor(index / 30) + 1}.${(index % 30) + 1} The parents keep to clause number ${index}.`),
    )
    const bytes = await makeWordFile({ body: body.join('') })
    const { value, ms } = await timed(() => planFrom(bytes), 2_000)
    expect(value.clauses).toHaveLength(3_000)
    expect(value.clauses.at(-1)?.citation).toBe('100.30')
    expect(ms).toBeLessThan(2_000)
  })

  it('with 3,000 clauses in Word lists is read within two seconds', async () => {
    const numbering =
      abstractList(0, [
        { format: 'decimal', text: '%1.' },
        { format: 'lowerLetter', text: '(%2)' },
      ]) + listInstance(1, 0)
    const body = Array.from({ length: 3_000 }, (_, index) =>
      para(`Rule ${index} holds for both.`, { list: [1, index % 3 === 0 ? 0 : 1] }),
    )
    const bytes = await makeWordFile({ numbering, body: body.join('') })
    const { value, ms } = await timed(() => planFrom(bytes), 2_000)
    expect(value.clauses.at(-1)?.citation).toBe('1000(b)')
    expect(ms).toBeLessThan(2_000)
  })

  it('keeps a paragraph of 100,000 characters whole', async () => {
    const bytes = await makeWordFile({
      body: para(`7.2 ${longParagraph}`) + para(longParagraph) + para('7.3 End.'),
    })
    const { value, ms } = await timed(() => planFrom(bytes), 2_000)
    expect(longParagraph.length).toBeGreaterThan(100_000)
    expect(value.clauses[0]?.text).toBe(`${longParagraph.trim()}\n${longParagraph.trim()}`)
    expect(ms).toBeLessThan(2_000)
  })

  it.each([
    ['spaces', ' '.repeat(100_000)],
    ['tabs', '\t'.repeat(20_000)],
    ['digits', '1'.repeat(100_000)],
    ['points', '1.'.repeat(50_000)],
    ['brackets', '(a)'.repeat(33_000)],
    ['letters', 'i'.repeat(100_000)],
    ['underscores', '_'.repeat(100_000)],
  ])('is read in time however its text repeats: %s', async (_, repeated) => {
    const body = para(`1. One`) + para(repeated) + para(`7.2 ${repeated}`) + para(`${repeated} end`)
    const bytes = await makeWordFile({ body })
    const { ms } = await timed(() => readPlan(bytes), 2_000)
    expect(ms).toBeLessThan(2_000)
  })

  it('with 20,000 unnumbered paragraphs and headings is read in time', async () => {
    const body = Array.from({ length: 20_000 }, (_, index) =>
      index % 5 === 0
        ? para(`Heading ${index}`, { bold: true })
        : para(`The parents keep to what this paragraph says, number ${index}.`),
    )
    const bytes = await makeWordFile({ body: body.join('') })
    const { value, ms } = await timed(() => planFrom(bytes), 5_000)
    expect(value.clauses).toHaveLength(16_000)
    expect(ms).toBeLessThan(5_000)
  })
})
