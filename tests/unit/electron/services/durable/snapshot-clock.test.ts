import { describe, expect, it } from 'vitest'
import type { Base, Chain } from '#electron/services/durable/chain.ts'
import { isSnapshotDue } from '#electron/services/durable/snapshot-clock.ts'

const mebibyte = 1024 * 1024
const now = '2026-03-02T09:00:00.000Z'

function aBase(megabytes: number, at: string): Base {
  const ends = { at, rows: 1, frames: 1, check: 0 }
  return { name: 'snap', bytes: megabytes * mebibyte, number: 1, seq: 1, isBase: false, ends }
}

function aChain(journalMebibytes: number, base: Base | null, state: Chain['state'] = 'good'): Chain {
  const commits = [{ seq: 2, journal: 1, frames: [], bytes: journalMebibytes * mebibyte }]
  return { state, line: 0, base, commits, lastSeq: 2, nextNumber: 2 }
}

describe('isSnapshotDue', () => {
  it.each([
    ['15 MiB without a snapshot', aChain(15, null), false],
    ['17 MiB without a snapshot', aChain(17, null), true],
    ['17 MiB after a small snapshot', aChain(17, aBase(1, now)), true],
    ['17 MiB after one of 400 MiB', aChain(17, aBase(400, now)), false],
    ['101 MiB after one of 400 MiB', aChain(101, aBase(400, now)), true],
    ['a little after 23 hours', aChain(1, aBase(1, '2026-03-01T10:00:00.000Z')), false],
    ['a little after a day', aChain(1, aBase(1, '2026-03-01T09:00:00.000Z')), true],
    ['nothing after a year', { ...aChain(1, aBase(1, '2025-03-01T09:00:00.000Z')), commits: [] }, false],
    ['a damaged journal', aChain(99, null, 'damaged'), false],
  ])('%s: %s', (_what, chain, isDue) => {
    expect(isSnapshotDue(chain, now)).toBe(isDue)
  })
})
