import { describe, expect, it } from 'vitest'
import { report } from '#tests/bench/report.ts'
import type { Summary } from '#tests/bench/summarise.ts'

const aSummary = (changes: Partial<Summary>): Summary => ({
  metric: 'read-all',
  subject: 'evenhand',
  records: 100_000,
  runs: 5,
  unit: 'ms',
  median: 50,
  p95: 60,
  ratio: 0.5,
  ...changes,
})

describe('the report of a bench', () => {
  it('says beside our own line whether the aim was met', () => {
    expect(report([aSummary({ ratio: 0.65 })]).join('\n')).toContain('aim 0.65: met')
    expect(report([aSummary({ ratio: 0.66 })]).join('\n')).toContain('aim 0.65: NOT met')
  })

  it('puts the fastest first and says nothing of aims for others', () => {
    const lines = report([aSummary({}), aSummary({ subject: 'raw', median: 10 })])
    expect(lines[2]).toContain('raw')
    expect(lines[2]).not.toContain('aim')
  })
})
