import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FileHealth } from '#renderer/data/files/file-health.ts'
import type { FileHealthPorts } from '#renderer/data/files/file-health.ts'
import { sealedStreamBytes } from '#shared/vault/stream.ts'
import { aVaultWithFiles } from '#tests/support/files/vault-with-files.ts'
import { rawRows } from '#tests/support/vault/raw-rows.ts'
import { passphrase } from '#tests/support/vault/unlocked-vault.ts'

const someBytes = (seed: string, outputLength: number) =>
  new Uint8Array(createHash('shake256', { outputLength }).update(seed).digest())

async function aCheckedVault(sizes: readonly number[] = [10, 300, 140_000]) {
  const vault = await aVaultWithFiles()
  const ids: string[] = []
  for (const [index, size] of sizes.entries()) {
    const title = `File ${index}`
    const about = { case: vault.caseId, title, fileName: `${title}.pdf`, receivedOn: '2026-10-09' }
    const added = await vault.files.add(new Blob([someBytes(title, size)]), about)
    if (added.ok) ids.push(added.value.id)
  }
  const { session, host } = vault
  const { book } = session.health
  const time = { now: '2026-11-21T14:02:00Z', busy: 0, stopAfter: Number.POSITIVE_INFINITY }
  const noted: number[] = []
  const world = { isVaultWell: true, hasKeptVaults: false }
  const ports: FileHealthPorts = {
    files: vault.files,
    call: host.call,
    entries: vault.entries,
    book,
    now: () => time.now,
    breathe: async () => {
      time.stopAfter -= 1
      if (time.stopAfter === 0) health.end()
    },
    whenQuiet: () => {
      if (time.busy === 0) return undefined
      time.busy -= 1
      return Promise.resolve()
    },
    isVaultWell: () => world.isVaultWell,
    hasKeptVaults: async () => world.hasKeptVaults,
    noteTidied: async (count) => noted.push(count),
    log: () => undefined,
  }
  const health = new FileHealth(ports)
  const place = (id: string) => {
    const name = vault.entry(id).head.storedAs ?? ''
    return join(vault.folder, 'vault', 'att', name.slice(0, 2), `${name}.cv`)
  }
  const kept = () => book.now.get()
  return { ...vault, ids, book, health, time, world, noted, place, kept, ports }
}

describe('the check of all files', () => {
  it('reads every byte of every file and keeps when it did, over a lock', async () => {
    const { health, kept, session } = await aCheckedVault()
    const seen: number[] = []
    health.now.subscribe(() => {
      const state = health.now.get()
      if (state.state === 'checking') seen.push(state.bytes)
    })
    await health.begin()
    const files = { at: '2026-11-21T14:02:00Z', files: 3, bytes: 140_310 }
    expect(kept()).toMatchObject({ files, round: null, problems: [], orphans: [] })
    expect(seen.at(-1)).toBe(140_310)
    expect(new Set(seen).size).toBe(4)
    await session.lock()
    expect(kept().files).toBeNull()
    await session.unlockWithPassphrase(passphrase)
    await expect.poll(() => kept().files).toEqual(files)
    const { databaseName } = session.ports
    const row = (await rawRows(databaseName, 'meta')).find(({ key }) => key === 'health')
    expect(Buffer.from(row?.value ?? []).toString('latin1')).not.toContain('2026-11-21')
  })

  it('comes a week after the last one, and not before', async () => {
    const { health, kept, time } = await aCheckedVault()
    await health.begin()
    time.now = '2026-11-28T14:01:59Z'
    await health.begin()
    expect(kept().files?.at).toBe('2026-11-21T14:02:00Z')
    time.now = '2026-11-28T14:02:00Z'
    await health.begin()
    expect(kept().files?.at).toBe('2026-11-28T14:02:00Z')
  })

  it.each([
    ['a changed byte', (path: string) => flip(path, 70_000), 'file-damaged'],
    ['a cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 65_552)), 'file-damaged'],
    ['a file that is gone', (path: string) => rmSync(path), 'file-missing'],
  ])('names a file with %s, and forgets it once it is whole again', async (_, damage, code) => {
    const { health, kept, ids, place } = await aCheckedVault()
    const [, , id = ''] = ids
    const whole = readFileSync(place(id))
    damage(place(id))
    await health.check()
    await health.begin()
    expect(kept().problems).toEqual([{ id, code }])
    writeFileSync(place(id), whole)
    expect(await health.recheck(id)).toBe(true)
    expect(kept().problems).toEqual([])
  })

  it('names two files of which one lies in the place of the other', async () => {
    const { health, kept, ids, place } = await aCheckedVault([100, 100])
    const [a = '', b = ''] = ids
    renameSync(place(a), `${place(a)}.x`)
    renameSync(place(b), place(a))
    renameSync(`${place(a)}.x`, place(b))
    await health.begin()
    expect(
      kept()
        .problems.map(({ id }) => id)
        .toSorted(),
    ).toEqual([a, b].toSorted())
  })

  it('waits while the person is at work, except when it was asked for', async () => {
    const { health, time } = await aCheckedVault()
    const waited: boolean[] = []
    health.now.subscribe(() => {
      const state = health.now.get()
      if (state.state === 'checking') waited.push(state.isWaiting)
    })
    time.busy = 3
    await health.begin()
    expect([time.busy, waited.includes(true)]).toEqual([0, true])
    time.busy = 3
    waited.length = 0
    await health.check()
    expect([time.busy, waited.includes(true)]).toEqual([3, false])
  })

  it('stops between two parts, and says nothing of what it has not read', async () => {
    const { health, kept, time } = await aCheckedVault()
    time.stopAfter = 2
    await health.begin()
    expect(health.now.get()).toEqual({ state: 'resting' })
    expect(kept()).toMatchObject({ files: null, problems: [] })
  })

  it('goes on behind the file at which it was stopped', async () => {
    const { health, kept, ids, place, book } = await aCheckedVault([10, 20, 30, 40, 50])
    const [first = '', second = '', third = ''] = ids.toSorted()
    await book.change({ round: { since: '2026-11-20T10:00:00Z', after: second, files: 2, bytes: 30 } })
    flip(place(first), 20)
    flip(place(third), 20)
    await health.begin()
    expect(kept()).toMatchObject({
      files: { files: 5 },
      round: null,
      problems: [{ id: third, code: 'file-damaged' }],
    })
  })

  it('says that the folder cannot be read, and nothing about the files', async () => {
    const { health, kept, folder } = await aCheckedVault()
    renameSync(join(folder, 'vault', 'att'), join(folder, 'vault', 'other'))
    writeFileSync(join(folder, 'vault', 'att'), '')
    await health.begin()
    expect(health.now.get().state).toBe('failed')
    expect(kept()).toMatchObject({ files: null, problems: [] })
  })
})

describe('a file without a record', () => {
  const orphanName = 'ab'.repeat(16)
  async function withOrphan() {
    const vault = await aCheckedVault()
    const bytes = sealedStreamBytes(1)
    await vault.host.call('attachments.begin', { name: orphanName, bytes })
    await vault.host.call('attachments.write', { name: orphanName, at: 0, bytes: new Uint8Array(bytes) })
    await vault.host.call('attachments.finish', { name: orphanName })
    await vault.health.begin()
    return vault
  }

  it('is counted from the first time it is seen, and may be taken away after thirty days', async () => {
    const { health, kept, time, noted, folder, ids, place } = await withOrphan()
    expect(kept().orphans).toMatchObject([{ name: orphanName, since: '2026-11-21T14:02:00Z' }])
    time.now = '2026-12-21T14:01:59Z'
    await health.begin()
    expect(await health.tidy()).toEqual({ ok: false, error: { code: 'nothing-old' } })
    time.now = '2026-12-21T14:02:00Z'
    expect(health.tidiable().map(({ name }) => name)).toEqual([orphanName])
    expect(await health.tidy()).toEqual({ ok: true, value: 1 })
    expect(readdirSync(join(folder, 'vault', 'att', 'ab'))).toEqual([])
    expect(kept().orphans).toEqual([])
    expect(noted).toEqual([1])
    expect(ids.map((id) => statSync(place(id)).isFile())).toEqual([true, true, true])
  })

  it('stays in a damaged vault, and beside another vault', async () => {
    const { health, time, world, folder } = await withOrphan()
    time.now = '2027-01-21T14:02:00Z'
    world.isVaultWell = false
    expect(await health.tidy()).toEqual({ ok: false, error: { code: 'vault-damaged' } })
    world.isVaultWell = true
    world.hasKeptVaults = true
    expect(await health.tidy()).toEqual({ ok: false, error: { code: 'vaults-kept' } })
    expect(readdirSync(join(folder, 'vault', 'att', 'ab'))).toEqual([`${orphanName}.cv`])
  })

  it('is no leftover any more once a record speaks of it', async () => {
    const { health, kept, time, files, entry, ids } = await withOrphan()
    time.now = '2027-01-21T14:02:00Z'
    const [id = ''] = ids
    const removed = await files.remove(entry(id))
    await health.begin()
    expect(removed.ok).toBe(true)
    expect(kept().orphans.map(({ name }) => name)).toEqual([orphanName])
  })
})

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
