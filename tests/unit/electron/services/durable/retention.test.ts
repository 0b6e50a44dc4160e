import { describe, expect, it } from 'vitest'
import { chooseToRemove } from '#electron/services/durable/retention.ts'
import type { Kept } from '#electron/services/durable/retention.ts'

const rule = { last: 10, days: 30, months: 12, budgetBytes: 1_000_000 }
const dayMs = 24 * 60 * 60 * 1000

/** Snapshots made every so many hours for so many days, the newest last. */
function snapshots(days: number, everyHours: number, bytes = 1): Kept[] {
  const count = (days * 24) / everyHours
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.parse('2026-12-31T23:00:00Z') - (count - 1 - index) * everyHours * (dayMs / 24))
    return { name: `snap ${index}`, at: at.toISOString(), bytes, isBase: false }
  })
}

function kept(all: readonly Kept[], given = rule): readonly Kept[] {
  const removed = chooseToRemove(all, given)
  return all.filter((snapshot) => !removed.includes(snapshot))
}

describe('chooseToRemove', () => {
  it('keeps all of ten', () => {
    expect(chooseToRemove(snapshots(10, 24), rule)).toEqual([])
  })

  it('keeps the last ten, the newest of thirty days and of twelve months', () => {
    const all = snapshots(500, 6)
    const left = kept(all)
    expect(left.slice(-10)).toEqual(all.slice(-10))
    const days = new Set(left.map(({ at }) => at.slice(0, 10)))
    const months = new Set(left.map(({ at }) => at.slice(0, 7)))
    expect(days.size).toBe(30 + 12 - 1)
    expect(months.size).toBe(12)
    expect(left).toHaveLength(30 + 11 + 7)
  })

  it('counts only days that have a snapshot', () => {
    const all = snapshots(700, 24 * 7)
    expect(kept(all).length).toBeGreaterThanOrEqual(30)
  })

  it('lets the oldest go until the rest fits, but never the newest three', () => {
    expect(kept(snapshots(20, 24, 100), { ...rule, budgetBytes: 550 })).toHaveLength(5)
    expect(kept(snapshots(20, 24, 100), { ...rule, budgetBytes: 10 })).toHaveLength(3)
  })

  it('keeps the one that the line began with', () => {
    const [first, ...others] = snapshots(500, 24, 100)
    if (!first) throw new Error('no snapshot')
    const base = { ...first, isBase: true }
    expect(kept([base, ...others], { ...rule, budgetBytes: 10 })[0]).toBe(base)
  })
})
