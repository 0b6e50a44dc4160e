import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/domain/result.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import type { RealDurable } from '#tests/support/durable/real-durable.ts'
import { aRow, asTexts } from '#tests/support/durable/rows.ts'
import { append, journalOf, readAll, rebuild } from '#tests/support/durable/vault-on-disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

async function snapshot({ call }: RealDurable) {
  const made = await call('durable.snapshot', {})
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

async function commitsWithSnapshots(
  durable: RealDurable,
  last: number,
  at: readonly number[],
): Promise<void> {
  for (let seq = 1; seq <= last; seq += 1) {
    await append(durable, seq, [aRow(`note ${seq}`, `text ${seq}`), aRow('state', `after ${seq}`, 'meta')])
    if (at.includes(seq)) await snapshot(durable)
  }
}

function stateAfter(seq: number) {
  const notes = Array.from({ length: seq }, (_, index) => aRow(`note ${index + 1}`, `text ${index + 1}`))
  return asTexts([...notes, aRow('state', `after ${seq}`, 'meta')])
}

const namesIn = (folder: string, start: string) =>
  readdirSync(folder).filter((name) => name.startsWith(start))

function flip(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

describe('a snapshot', () => {
  it('holds every commit so far, and later ones follow it', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 5, [3])
    const again = createRealDurable(folder)
    expect(await journalOf(again)).toMatchObject({ state: 'good', lastSeq: 5, snapshotSeq: 3 })
    expect(asTexts(await readAll(again))).toEqual(stateAfter(5))
    expect(await snapshot(again)).toMatchObject({ seq: 5, rows: 6, state: 'verified' })
  })

  it('is not made twice of the same commits', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 2, [2])
    await snapshot(durable)
    expect(namesIn(folder, 'snap-')).toHaveLength(1)
  })

  it('lets journals go once two of them cover those, and not before', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 6, [2])
    expect(namesIn(folder, 'journal-')).toHaveLength(2)
    await snapshot(durable)
    expect(namesIn(folder, 'journal-')).toEqual(['journal-00000003.cv'])
    await append(durable, 7, [aRow('note 7', 'text 7'), aRow('state', 'after 7', 'meta')])
    await snapshot(durable)
    expect(namesIn(folder, 'journal-')).toHaveLength(1)
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(stateAfter(7))
  })

  it.each(['flipped', 'gone', 'cut'] as const)(
    'that is %s loses nothing: the one before it is the beginning',
    async (how) => {
      const folder = aFolder()
      await commitsWithSnapshots(createRealDurable(folder), 6, [2, 5])
      const path = join(folder, namesIn(folder, 'snap-').at(-1) ?? '')
      if (how === 'flipped') flip(path)
      if (how === 'gone') rmSync(path)
      if (how === 'cut') writeFileSync(path, readFileSync(path).subarray(0, 200))
      const again = createRealDurable(folder)
      expect(asTexts(await readAll(again))).toEqual(stateAfter(6))
      await append(again, 7, [aRow('note 7', 'text 7'), aRow('state', 'after 7', 'meta')])
      await snapshot(again)
      expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(stateAfter(7))
    },
  )

  it('keeps journals while an older snapshot that they rest on is the only good one', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 4, [2, 4])
    flip(join(folder, namesIn(folder, 'snap-').at(-1) ?? ''))
    const again = createRealDurable(folder)
    await append(again, 5, [aRow('note 5', 'text 5'), aRow('state', 'after 5', 'meta')])
    await snapshot(again)
    expect(namesIn(folder, 'journal-').length).toBeGreaterThan(1)
    flip(join(folder, namesIn(folder, 'snap-').at(-1) ?? ''))
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(stateAfter(5))
  })

  it('that holds a commit which was taken back is passed over', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 3, [1, 3])
    await append(durable, 3, [aRow('note 3', 'another'), aRow('state', 'another', 'meta')])
    const expected = asTexts([
      aRow('note 1', 'text 1'),
      aRow('note 2', 'text 2'),
      aRow('note 3', 'another'),
      aRow('state', 'another', 'meta'),
    ])
    expect(asTexts(await readAll(durable))).toEqual(expected)
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(expected)
  })

  it('is not read past the commits that are asked for', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 6, [2, 5])
    expect(asTexts(await readAll(durable, 0, 4))).toEqual(stateAfter(4))
    expect(asTexts(await readAll(durable, 0, 2))).toEqual(stateAfter(2))
    expect(await durable.call('durable.read', { after: 0, upTo: 7 })).toEqual(err({ code: 'not-kept' }))
  })

  it('is said to be damaged once it was read whole, and the others to be verified', async () => {
    const folder = aFolder()
    await commitsWithSnapshots(createRealDurable(folder), 4, [2, 4])
    flip(join(folder, namesIn(folder, 'snap-')[0] ?? ''))
    const { call } = createRealDurable(folder)
    const listed = await call('durable.snapshots', {})
    expect(listed.ok && listed.value.snapshots.map(({ seq, state }) => [seq, state])).toEqual([
      [4, 'unchecked'],
      [2, 'unchecked'],
    ])
    const checked = await call('durable.check', {})
    expect(checked.ok && checked.value.snapshots.map(({ state }) => state)).toEqual(['verified', 'damaged'])
  })

  it('is made in the background after a day, without holding up anything', async () => {
    const folder = aFolder()
    let now = '2026-03-02T09:00:00.000Z'
    const durable = createRealDurable(folder, { now: () => now, quietMs: 0 })
    await commitsWithSnapshots(durable, 2, [1])
    now = '2026-03-03T09:00:00.000Z'
    await append(durable, 3, [aRow('note 3', 'text 3')])
    await expect.poll(() => namesIn(folder, 'snap-').filter((name) => name.endsWith('.cv')).length).toBe(2)
    await durable.settled()
    expect(await journalOf(durable)).toMatchObject({ snapshotSeq: 3 })
  })

  it('waits in the background for the other parts of a commit', async () => {
    const folder = aFolder()
    let now = '2026-03-02T09:00:00.000Z'
    const durable = createRealDurable(folder, { now: () => now, quietMs: 0 })
    await commitsWithSnapshots(durable, 2, [1])
    now = '2026-03-04T09:00:00.000Z'
    await append(durable, 3, [aRow('note 3', 'text 3')])
    const part = (number: number, last: boolean) =>
      durable.call('durable.append', { seq: 4, part: number, last, rows: [aRow(`note ${number}`, 'x')] })
    expect(await part(0, false)).toEqual(ok({ lastSeq: 3 }))
    await new Promise((resolve) => setImmediate(resolve))
    expect(await part(1, true)).toEqual(ok({ lastSeq: 4 }))
    await expect.poll(() => namesIn(folder, 'snap-').filter((name) => name.endsWith('.cv')).length).toBe(2)
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'good', lastSeq: 4 })
  })

  it('is made once at a time', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 8, [2, 4, 6])
    const [one, other] = await Promise.all([snapshot(durable), snapshot(durable)])
    expect(other).toEqual(one)
    await append(durable, 9, [aRow('note 9', 'x')])
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'good', lastSeq: 9 })
  })

  it('takes away what an earlier program began and did not finish', async () => {
    const folder = aFolder()
    await commitsWithSnapshots(createRealDurable(folder), 1, [1])
    const begun = join(folder, 'snap-01234567-89ab-cdef-0123-456789abcdef.cv.part')
    writeFileSync(begun, 'half')
    await append(createRealDurable(folder), 2, [aRow('note 2', 'text 2')])
    expect(namesIn(folder, 'snap-')).toHaveLength(1)
  })
})

describe('reading what changed', () => {
  it('gives the newest state of the rows that later commits touched, removed ones too', async () => {
    const durable = createRealDurable(aFolder())
    await commitsWithSnapshots(durable, 3, [])
    await append(durable, 4, [aRow('note 1', null), aRow('note 4', 'first')])
    await append(durable, 5, [aRow('note 4', 'second')])
    expect(asTexts(await readAll(durable, 3))).toEqual(
      asTexts([aRow('note 1', null), aRow('note 4', 'second')]),
    )
    expect(await readAll(durable, 5)).toEqual([])
    expect(await durable.call('durable.read', { after: 6, upTo: null })).toEqual(err({ code: 'not-kept' }))
  })

  it('says so when the journals of that time are gone', async () => {
    const durable = createRealDurable(aFolder())
    await commitsWithSnapshots(durable, 9, [3, 6, 9])
    expect(await durable.call('durable.read', { after: 1, upTo: null })).toEqual(err({ code: 'not-kept' }))
    expect(await readAll(durable, 6)).toHaveLength(4)
  })

  it('hands out a large state in parts of about a mebibyte', async () => {
    const durable = createRealDurable(aFolder())
    const rows = Array.from({ length: 40 }, (_, index) =>
      aRow(`pack ${index}`, new Uint8Array(100_000), 'bodyPacks'),
    )
    await append(durable, 1, rows)
    const begun = await durable.call('durable.read', { after: 0, upTo: null })
    if (!begun.ok) throw new Error(begun.error.code)
    expect(begun.value).toMatchObject({ seq: 1, rows: 40, bytes: 4_000_000 })
    const part = await durable.call('durable.read.next', { token: begun.value.token })
    expect(part.ok && part.value.rows.length).toBe(11)
  })

  it('finds single rows, wherever they lie', async () => {
    const durable = createRealDurable(aFolder())
    await commitsWithSnapshots(durable, 4, [2])
    const names = ['note 1', 'note 4', 'never there'].map((name) => aRow(name, null))
    const found = await durable.call('durable.find', { rows: names })
    expect(found.ok && asTexts(found.value.rows)).toEqual(
      asTexts([aRow('note 1', 'text 1'), aRow('note 4', 'text 4')]),
    )
  })
})

describe('a rebuild', () => {
  it('begins a line of its own, whatever lay there before', async () => {
    const folder = aFolder()
    await commitsWithSnapshots(createRealDurable(folder), 9, [3, 6, 9])
    const durable = createRealDurable(folder)
    await rebuild(durable, 4, [aRow('restored', 'x')])
    await append(durable, 5, [aRow('after', 'y')])
    await snapshot(durable)
    await append(durable, 6, [aRow('last', 'z')])
    await snapshot(durable)
    const expected = asTexts([aRow('restored', 'x'), aRow('after', 'y'), aRow('last', 'z')])
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(expected)
    expect(namesIn(folder, 'snap-00000002')).toHaveLength(1)
    expect(namesIn(folder, 'base-')).toHaveLength(1)
  })

  it('never falls back to what was there before when its own beginning is damaged', async () => {
    const folder = aFolder()
    await commitsWithSnapshots(createRealDurable(folder), 3, [3])
    await rebuild(createRealDurable(folder), 3, [aRow('restored', 'x')])
    flip(join(folder, namesIn(folder, 'base-')[0] ?? ''))
    await expect(readAll(createRealDurable(folder))).rejects.toThrow('journal-damaged')
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ lastSeq: 3 })
  })

  it('lets commits wait for its end', async () => {
    const durable = createRealDurable(aFolder())
    const begun = await durable.call('durable.rebuild', { seq: 7 })
    if (!begun.ok) throw new Error(begun.error.code)
    const waiting = append(durable, 8, [aRow('note 8', 'x')])
    const { token } = begun.value
    await durable.call('durable.rebuild.rows', { token, rows: [aRow('note 7', 'x')], last: true })
    await waiting
    expect(await readAll(durable)).toHaveLength(2)
  })

  it('leaves everything as it was when a second one takes its place and is not finished either', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await commitsWithSnapshots(durable, 2, [])
    await durable.call('durable.rebuild', { seq: 7 })
    await durable.call('durable.rebuild', { seq: 8 })
    expect(namesIn(folder, 'base-')).toHaveLength(1)
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(stateAfter(2))
  })
})
