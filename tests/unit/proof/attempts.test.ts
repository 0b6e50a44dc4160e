import { describe, expect, it } from 'vitest'
import { middleOf } from '#tests/support/proof/attempts.ts'

/** Gives these measurements one after another, and how long the computer was held up at each. */
function measured(...values: readonly (readonly [number, number])[]) {
  let taken = 0
  return {
    taken: () => taken,
    measure: async () => values[taken++]?.[0] ?? Number.NaN,
    watch: () => () => values[taken - 1]?.[1] ?? 0,
  }
}

describe('middleOf', () => {
  it.each([
    ['two within the limit, without a third', [10, 20], 20],
    ['two beyond it, without a third', [60, 90], 90],
    ['one slow measurement of three', [10, 90, 20], 20],
    ['two slow measurements of three', [90, 10, 60], 60],
  ])('decides by %s', async (_, values, expected) => {
    const { measure, watch, taken } = measured(...values.map((value) => [value, 0] as const))
    expect(await middleOf(measure, 50, { watch })).toBe(expected)
    expect(taken()).toBe(values.length)
  })

  it('takes again what is slow while the computer itself is held up', async () => {
    const { measure, watch } = measured([90, 80], [10, 0], [95, 80], [12, 0])
    const notes: string[] = []
    expect(await middleOf(measure, 50, { watch, note: (line) => notes.push(line) })).toBe(12)
    expect(notes).toHaveLength(2)
  })

  it('comes to an end on a computer that is always held up', async () => {
    const always = Array.from({ length: 20 }, () => [90, 80] as const)
    const { measure, watch, taken } = measured(...always)
    expect(await middleOf(measure, 50, { watch })).toBe(90)
    expect(taken()).toBe(8)
  })
})
