import { describe, expect, it } from 'vitest'
import { entriesPerPack } from '#shared/vault/audit.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { addToKeyTree, openKeyTree } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { TrailKeeper } from '#renderer/data/workers/trail-keeper.ts'
import type { TrailState } from '#renderer/data/workers/trail-keeper.ts'
import { openTrailRow } from '#renderer/data/workers/trail-rows.ts'

const vaultId = new Uint8Array(16).fill(4)
const keysOf = (epoch: number) => openKeyTree(new Uint8Array(32).fill(epoch), vaultId, epoch)

/** A history whose rows lie in a map, as they would in the store. */
class Disk {
  readonly rows = new Map<string, Uint8Array>()
  state: TrailState | null = null

  async write(keeper: TrailKeeper, keys: VaultKeys, action: string, written = true): Promise<void> {
    const act = { at: '2026-11-21T14:02:00Z', actor: 'person' as const, action, objects: [], count: 0 }
    const { rows, state } = await keeper.plan(keys, { act, foldTrail: undefined, put: [] }, [])
    if (written) {
      for (const { name, row } of rows) this.rows.set(bytesToHex(name), row)
      this.state = state && { ...state, key: state.key.slice() }
    }
    keeper.settle(written)
  }

  async fold(keeper: TrailKeeper, keys: VaultKeys): Promise<number> {
    const foldTrail = (await keeper.foldable(keys)).map((name) => ({ name, row: this.get(name) }))
    const { rows, removed, state } = await keeper.plan(keys, { act: undefined, foldTrail, put: [] }, [])
    for (const { name } of removed) this.rows.delete(bytesToHex(name))
    for (const { name, row } of rows) this.rows.set(bytesToHex(name), row)
    this.state = state && { ...state, key: state.key.slice() }
    keeper.settle(true)
    return removed.length
  }

  get(name: Uint8Array): Uint8Array {
    return this.rows.get(bytesToHex(name)) ?? new Uint8Array()
  }

  async verify(keeper: TrailKeeper, keys: VaultKeys) {
    const names = await keeper.beginCheck(keys)
    const rows = names.map((name) => ({ name, row: this.rows.get(bytesToHex(name)) ?? null }))
    return keeper.verify(keys, { last: true, rows })
  }
}

async function aHistory(length: number) {
  const keys = await keysOf(1)
  const keeper = new TrailKeeper()
  const disk = new Disk()
  for (let index = 1; index <= length; index += 1) await disk.write(keeper, keys, `act ${String(index)}`)
  return { keys, keeper, disk }
}

describe('the history of an open vault', () => {
  it('holds, and goes on where it was sealed', async () => {
    const { keys, keeper, disk } = await aHistory(3)
    expect(await disk.verify(keeper, keys)).toEqual({ ok: true, value: { seq: 3, signed: 0 } })
    const later = new TrailKeeper()
    later.begin(disk.state)
    await disk.write(later, keys, 'act 4')
    expect(await disk.verify(later, keys)).toEqual({ ok: true, value: { seq: 4, signed: 0 } })
  })

  it('takes back an entry that the disk refused', async () => {
    const { keys, keeper, disk } = await aHistory(2)
    await disk.write(keeper, keys, 'refused', false)
    await disk.write(keeper, keys, 'act 3')
    expect(await disk.verify(keeper, keys)).toEqual({ ok: true, value: { seq: 3, signed: 0 } })
    expect((await keeper.checkpoint(keys)).seq).toBe(3)
  })

  it('folds complete packs and keeps every entry', async () => {
    const { keys, keeper, disk } = await aHistory(entriesPerPack + 3)
    expect(await disk.fold(keeper, keys)).toBe(entriesPerPack)
    expect(disk.rows.size).toBe(4)
    expect(await keeper.foldable(keys)).toEqual([])
    expect(await disk.verify(keeper, keys)).toEqual({
      ok: true,
      value: { seq: entriesPerPack + 3, signed: 0 },
    })
  })

  it('does not fold over an entry that does not open, and does not try for ever', async () => {
    const { keys, keeper, disk } = await aHistory(entriesPerPack)
    const [name = new Uint8Array()] = await keeper.names(keys)
    disk.get(name)[100] = (disk.get(name)[100] ?? 0) ^ 1
    expect(await disk.fold(keeper, keys)).toBe(0)
    expect(await keeper.foldable(keys)).toEqual([])
    expect(await disk.verify(keeper, keys)).toMatchObject({ error: { seq: 1, reason: 'altered' } })
  })

  it.each<[string, (disk: Disk, names: readonly Uint8Array[]) => void, object]>([
    [
      'a row that is gone',
      (disk, [, second]) => disk.rows.delete(bytesToHex(second ?? new Uint8Array())),
      { seq: 2 },
    ],
    [
      'a row in the place of another',
      (disk, [, second = new Uint8Array(), third = new Uint8Array()]) =>
        disk.rows.set(bytesToHex(second), disk.get(third)),
      { seq: 2, reason: 'altered' },
    ],
  ])('finds %s', async (_, damage, problem) => {
    const { keys, keeper, disk } = await aHistory(4)
    damage(disk, await keeper.names(keys))
    expect(await disk.verify(keeper, keys)).toMatchObject({ ok: false, error: problem })
  })

  it('finds that its end is missing', async () => {
    const { keys, keeper, disk } = await aHistory(4)
    const names = await keeper.beginCheck(keys)
    const rows = names.slice(0, -1).map((name) => ({ name, row: disk.get(name) }))
    expect(await keeper.verify(keys, { last: true, rows })).toMatchObject({
      error: { seq: 4, reason: 'missing' },
    })
  })

  it('is checked as it stood when the check began', async () => {
    const { keys, keeper, disk } = await aHistory(3)
    const names = await keeper.beginCheck(keys)
    await disk.write(keeper, keys, 'meanwhile')
    const rows = names.map((name) => ({ name, row: disk.get(name) }))
    expect(await keeper.verify(keys, { last: true, rows })).toEqual({
      ok: true,
      value: { seq: 3, signed: 0 },
    })
  })

  it('still holds when the vault key was renewed and the one before forgotten', async () => {
    const { keys: first, disk } = await aHistory(2)
    const renewed = async (oldKeys: { epoch: number; key: Uint8Array }[]) =>
      addToKeyTree(await keysOf(2), { nameKey: new Uint8Array(32).fill(7), oldKeys })
    const both = { ...(await renewed([{ epoch: 1, key: new Uint8Array(32).fill(1) }])), names: first.names }
    const keeper = new TrailKeeper()
    keeper.begin(disk.state)
    await disk.write(keeper, both, 'keys.renewed')
    for (const [name, row] of disk.rows) expect(await openTrailRow(both, hex(name), row)).toBeDefined()
    const alone = { ...(await renewed([])), names: first.names }
    await disk.write(keeper, alone, 'act 4')
    // Rows of the first epoch are sealed again by the renewal; the chain itself needs no key but its own.
    expect(disk.state?.first).toHaveLength(32)
    expect(await disk.verify(keeper, both)).toEqual({ ok: true, value: { seq: 4, signed: 0 } })
  })
})

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'))
}
