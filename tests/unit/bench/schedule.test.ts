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

  it('lets a very slow one sit out from the third round on', () => {
    const took = new Map([['pouchdb', 200_000]] as const)
    expect(turnsOf(['dexie', 'pouchdb'], 1, took)).toContain('pouchdb')
    expect(turnsOf(['dexie', 'pouchdb'], 2, took)).toEqual(['dexie'])
  })
})
