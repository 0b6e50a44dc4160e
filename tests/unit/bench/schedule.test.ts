import { describe, expect, it } from 'vitest'
import { subjectNames } from '#renderer/harness/bench/subject.ts'
import { turnsOf } from '#tests/bench/schedule.ts'

describe('the turns of a bench', () => {
  it('lets everybody have a turn in each round, and another one begin', () => {
    const rounds = [0, 1, 2, 3, 4].map((round) => turnsOf(subjectNames, round, new Map()))
    for (const turns of rounds) expect([...turns].sort()).toEqual([...subjectNames].sort())
    expect(new Set(rounds.map(([first]) => first)).size).toBe(5)
  })

  it('turns the order round in every other round', () => {
    expect(turnsOf(['evenhand', 'dexie', 'raw'], 0, new Map())).toEqual(['evenhand', 'dexie', 'raw'])
    expect(turnsOf(['evenhand', 'dexie', 'raw'], 1, new Map())).toEqual(['dexie', 'evenhand', 'raw'])
  })

  it('lets a slow one sit out from the third round on, a very slow one from the second', () => {
    const took = new Map([
      ['rxdb', 200_000],
      ['sqlite-wasm', 60_000],
    ] as const)
    expect(turnsOf(['dexie', 'rxdb', 'sqlite-wasm'], 0, took)).toContain('rxdb')
    expect(turnsOf(['dexie', 'rxdb', 'sqlite-wasm'], 1, took)).toEqual(['dexie', 'sqlite-wasm'])
    expect(turnsOf(['dexie', 'rxdb', 'sqlite-wasm'], 2, took)).toEqual(['dexie'])
  })

  it('never leaves out ours or what it is compared with', () => {
    const took = new Map([
      ['evenhand', 200_000],
      ['dexie', 200_000],
    ] as const)
    expect(turnsOf(['evenhand', 'dexie'], 4, took)).toHaveLength(2)
  })
})
