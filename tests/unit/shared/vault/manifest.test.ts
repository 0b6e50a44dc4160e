import { describe, expect, it } from 'vitest'
import { KnownRows } from '#shared/vault/known-rows.ts'
import {
  bodyTables,
  changeSets,
  emptySets,
  headTables,
  isBodyTable,
  isSameSet,
  nameMac,
  rowMac,
  rowMark,
  setBytes,
  setOf,
} from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import { importMacKey } from '#shared/vault/primitives.ts'
import { storeTables } from '#shared/vault/tables.ts'

const filled = (value: number, length = setBytes) => new Uint8Array(length).fill(value)
const key = () => importMacKey(filled(9))

describe('the mark of a row', () => {
  it('is its revision, its commitment and its tag', () => {
    const row = Uint8Array.from({ length: 200 }, (_, index) => index)
    expect([...rowMark(row)]).toEqual([
      ...row.subarray(0, 8),
      ...row.subarray(46, 78),
      ...row.subarray(184, 200),
    ])
  })

  it('of a row that was cut is shorter or another one', () => {
    const row = Uint8Array.from({ length: 200 }, (_, index) => index)
    expect(rowMark(row.subarray(0, 60)).length).toBeLessThan(56)
    expect(rowMark(row.subarray(0, 0))).toHaveLength(0)
    expect(rowMark(row.subarray(0, 199))).not.toEqual(rowMark(row))
  })
})

describe('the MAC of a row', () => {
  it('differs by table, name and mark, and from the MAC of the name', async () => {
    const man = await key()
    const macs = await Promise.all([
      rowMac(man, 'heads', filled(1, 16), filled(2, 56)),
      rowMac(man, 'bodies', filled(1, 16), filled(2, 56)),
      rowMac(man, 'heads', filled(3, 16), filled(2, 56)),
      rowMac(man, 'heads', filled(1, 16), filled(4, 56)),
      nameMac(man, 'heads', filled(1, 16)),
      nameMac(man, 'bodies', filled(1, 16)),
      nameMac(man, 'heads', filled(3, 16)),
    ])
    expect(new Set(macs.map((mac) => mac.join()))).toHaveProperty('size', 7)
    expect(macs.every(({ length }) => length === setBytes)).toBe(true)
  })
})

describe('a change of the sets', () => {
  const change = (table: SetTable, before?: number, after?: number) => ({
    table,
    before: before === undefined ? undefined : filled(before),
    after: after === undefined ? undefined : filled(after),
    named: filled(0x80),
  })

  it('adds, replaces and removes rows of heads without touching the others', () => {
    const added = changeSets(emptySets, [change('heads', undefined, 1), change('audit', undefined, 2)])
    expect(added).toEqual({ ...emptySets, headSet: filled(3) })
    expect(changeSets(added, [change('heads', 1, 4)])).toEqual({ ...emptySets, headSet: filled(6) })
    expect(changeSets(added, [change('heads', 1), change('audit', 2)])).toEqual(emptySets)
  })

  it('counts a name of bodies when the row comes and when it goes, not when it is replaced', () => {
    const added = changeSets(emptySets, [change('bodyPacks', undefined, 1)])
    expect(added).toEqual({ ...emptySets, bodySet: filled(1), bodyNames: filled(0x80) })
    expect(changeSets(added, [change('bodyPacks', 1, 5)])).toEqual({
      ...emptySets,
      bodySet: filled(5),
      bodyNames: filled(0x80),
    })
    expect(changeSets(added, [change('bodyPacks', 1)])).toEqual(emptySets)
    expect(changeSets(added, [change('bodies')])).toEqual(added)
  })

  it('leaves the sets that it began with as they were', () => {
    changeSets(emptySets, [change('heads', undefined, 1)])
    expect(emptySets.headSet).toEqual(filled(0))
  })
})

describe('sets', () => {
  it('are the same in any order', () => {
    expect(setOf([filled(1), filled(2)])).toEqual(setOf([filled(2), filled(1)]))
    expect(isSameSet(setOf([filled(1), filled(2)]), filled(3))).toBe(true)
    expect(isSameSet(filled(1), filled(3))).toBe(false)
  })

  it('speak of every table but the one of the vault itself', () => {
    expect([...headTables, ...bodyTables].toSorted()).toEqual(
      storeTables.filter((table) => table !== 'meta').toSorted(),
    )
    expect(storeTables.filter(isBodyTable)).toEqual([...bodyTables])
  })
})

describe('known rows', () => {
  it('tell a row that was read from one of which only the name is known, and from none', () => {
    const known = new KnownRows()
    known.set('bodies', filled(1, 16), null)
    known.set('heads', filled(2, 16), filled(7))
    expect(known.get('bodies', filled(1, 16))).toBeNull()
    expect(known.get('heads', filled(2, 16))).toEqual(filled(7))
    expect(known.get('heads', filled(1, 16))).toBeUndefined()
    expect(known.names('bodies')).toEqual([filled(1, 16)])
  })

  it('sum up only when every row was read', () => {
    const known = new KnownRows()
    known.set('bodies', filled(1, 16), null)
    known.set('bodyPacks', filled(1, 16), filled(4))
    expect(known.sum(['bodies', 'bodyPacks'])).toBeUndefined()
    known.set('bodies', filled(1, 16), filled(1))
    expect(known.sum(['bodies', 'bodyPacks'])).toEqual(filled(5))
    known.delete('bodyPacks', filled(1, 16))
    expect(known.sum(['bodies', 'bodyPacks'])).toEqual(filled(1))
    expect(known.sum([])).toEqual(filled(0))
  })
})
