import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#electron/services/journal/disk.ts'
import { encodeFrame } from '#electron/services/journal/frame.ts'
import type { JournalRow } from '#electron/services/journal/frame.ts'
import { openJournal } from '#electron/services/journal/journal.ts'
import { createFaultDisk } from '#tests/support/fault-disk.ts'

const folder = '/vault'

function row(name: string, value: string | null): JournalRow {
  return { table: 'heads', name: Buffer.from(name), value: value === null ? null : Buffer.from(value) }
}

async function contents(
  disk: Parameters<typeof openJournal>[1],
  where = folder,
): Promise<Record<string, string> | string> {
  const replayed = await (await openJournal(where, disk)).replay()
  if (!replayed.ok) return replayed.error.code
  return Object.fromEntries(replayed.value.map(({ name, value }) => [String(name), String(value)]))
}

describe('openJournal', () => {
  it('gives back the newest value of every row, and none of the removed ones', async () => {
    const { disk } = createFaultDisk()
    const journal = await openJournal(folder, disk)
    await journal.append([row('a', 'one'), row('b', 'one')])
    await journal.append([row('a', 'two'), row('b', null)])
    expect(await contents(disk)).toEqual({ a: 'two' })
  })

  it('goes on counting after a new start', async () => {
    const { disk } = createFaultDisk()
    await (await openJournal(folder, disk)).append([row('a', '1')])
    const again = await openJournal(folder, disk)
    expect(await again.append([row('b', '2')])).toEqual({ ok: true, value: { seq: 2 } })
    expect(await contents(disk)).toEqual({ a: '1', b: '2' })
  })

  it('keeps every acknowledged commit when power is lost at any byte of the last one', async () => {
    const whole = encodeFrame({ seq: 2, rows: [row('b', 'second')] })
    for (let torn = 0; torn < whole.length; torn += 1) {
      const { disk, files } = createFaultDisk()
      await (await openJournal(folder, disk)).append([row('a', 'first')])
      const path = '/vault/journal-000001.cv'
      files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), whole.subarray(0, torn)]))
      await (await openJournal(folder, disk)).append([row('c', 'third')])
      expect(await contents(disk)).toEqual({ a: 'first', c: 'third' })
    }
  })

  it('says that a write failed, and takes the retry, however much of it reached the disk', async () => {
    const length = encodeFrame({ seq: 2, rows: [row('b', 'lost')] }).length
    for (const torn of [0, 1, length - 1, length]) {
      const { disk, failWrite } = createFaultDisk()
      const journal = await openJournal(folder, disk)
      await journal.append([row('a', 'kept')])
      failWrite(1, 'ENOSPC', torn)
      expect(await journal.append([row('b', 'lost')])).toEqual({ ok: false, error: { code: 'disk-full' } })
      expect(await journal.append([row('b', 'retried')])).toEqual({ ok: true, value: { seq: 2 } })
      expect(await contents(disk)).toEqual({ a: 'kept', b: 'retried' })
    }
  })

  it('notices every changed byte of a frame that has another behind it', async () => {
    const { disk, files } = createFaultDisk()
    const journal = await openJournal(folder, disk)
    await journal.append([row('a', 'first')])
    await journal.append([row('b', 'second')])
    const path = '/vault/journal-000001.cv'
    const good = files.get(path) ?? Buffer.alloc(0)
    const firstLength = encodeFrame({ seq: 1, rows: [row('a', 'first')] }).length
    for (let at = 0; at < firstLength; at += 1) {
      const bad = Buffer.from(good)
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at)
      files.set(path, bad)
      expect(await contents(disk)).toBe('journal-damaged')
    }
  })

  it('replays from the newest snapshot that verifies', async () => {
    const { disk, files } = createFaultDisk()
    const journal = await openJournal(folder, disk)
    await journal.append([row('a', '1')])
    expect(await journal.snapshot()).toEqual({ ok: true, value: { seq: 1, rows: 1 } })
    await journal.append([row('b', '2')])
    await journal.snapshot()
    await journal.append([row('a', '3')])
    const newest = '/vault/snap-000000000000002.cv'
    files.set(newest, (files.get(newest) ?? Buffer.alloc(0)).subarray(0, 20))
    expect(await contents(disk)).toEqual({ a: '3', b: '2' })
  })

  it('writes files that only their owner may read', async () => {
    const where = join(mkdtempSync(join(tmpdir(), 'evenhand-journal-')), 'vault')
    const journal = await openJournal(where, realDisk)
    await journal.append([row('a', '1')])
    expect(await contents(realDisk, where)).toEqual({ a: '1' })
    const { mode } = statSync(join(where, 'journal-000001.cv'))
    expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600)
  })
})
