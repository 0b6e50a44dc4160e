import { describe, expect, it } from 'vitest'
import { quantile, summarise } from '#tests/bench/summarise.ts'
import type { Measurement } from '#renderer/harness/bench/measure.ts'

const ms = (metric: string, subject: string, value: number): Measurement => ({
  metric,
  subject,
  unit: 'ms',
  value,
})

describe('the summary of a bench', () => {
  it('compares within each round and takes the median of that', () => {
    const rounds = [
      [ms('save', 'evenhand', 20), ms('save', 'dexie', 10)],
      [ms('save', 'evenhand', 60), ms('save', 'dexie', 20)],
      [ms('save', 'evenhand', 10), ms('save', 'dexie', 10)],
    ]
    const [dexie, evenhand] = summarise(rounds, 100)
    expect(evenhand).toEqual({
      metric: 'save',
      subject: 'evenhand',
      records: 100,
      runs: 3,
      unit: 'ms',
      median: 20,
      p95: 56,
      ratio: 2,
    })
    expect(dexie?.ratio).toBe(1)
  })

  it('counts rounds, not measurements, and leaves out the rounds that a subject sat out', () => {
    const rounds = [
      [ms('save', 'rxdb', 4), ms('save', 'rxdb', 8), ms('save', 'dexie', 2)],
      [ms('save', 'dexie', 1)],
    ]
    const rxdb = summarise(rounds, 1).find(({ subject }) => subject === 'rxdb')
    expect(rxdb).toMatchObject({ runs: 1, median: 6, ratio: 3 })
  })

  it('compares the list with reading everything, and the derivation with the native one', () => {
    const round = [
      ms('unlock-to-list', 'evenhand', 5),
      ms('unlock-to-list', 'dexie', 60),
      ms('read-all', 'dexie', 50),
      ms('kdf', 'evenhand', 11),
      ms('kdf', 'native', 10),
    ]
    const ratioOf = (metric: string) =>
      summarise([round], 1).find((each) => each.metric === metric && each.subject === 'evenhand')?.ratio
    expect(ratioOf('unlock-to-list')).toBe(0.1)
    expect(ratioOf('kdf')).toBe(1.1)
  })

  it('gives no ratio where there is nothing to compare with', () => {
    expect(summarise([[ms('kdf', 'evenhand', 1000)]], 1)[0]?.ratio).toBeNull()
  })

  it('takes quantiles between neighbours in proportion', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
    expect(quantile([1, 2], 0.5)).toBe(1.5)
    expect(quantile([7], 0.95)).toBe(7)
  })
})
