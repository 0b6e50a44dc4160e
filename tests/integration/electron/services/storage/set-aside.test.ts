import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Disk } from '#electron/services/durable/disk.ts'
import { realDisk } from '#electron/services/durable/disk.ts'
import { checkCopy } from '#electron/services/storage/check-copy.ts'
import { listAside, setAsideIfWished, wishAside } from '#electron/services/storage/set-aside.ts'
import type { StoragePlace } from '#electron/services/storage/storage-place.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { aRow } from '#tests/support/durable/rows.ts'
import { append } from '#tests/support/durable/vault-on-disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const now = '2026-11-22T06:15:00.000Z'
const aside = 'IndexedDB-aside-2026-11-22-061500'
const bytes = Uint8Array.of(1, 2, 3)
const header = { header: new Uint8Array(60), keyring: bytes, databaseName: 'evenhand', layout: 2 }

let sound: string

/** A second copy of eight commits with a snapshot in the middle. */
beforeAll(async () => {
  sound = mkdtempSync(join(tmpdir(), 'evenhand-test-'))
  const durable = createRealDurable(sound)
  await durable.call('durable.header', header)
  for (let seq = 1; seq <= 8; seq += 1) {
    await append(durable, seq, [
      aRow(`row ${String(seq)}`, `value ${String(seq)}`),
      aRow('same', String(seq)),
    ])
    if (seq === 4) await durable.call('durable.snapshot', {})
  }
  await durable.settled()
  await durable.close()
})
afterAll(() => rmSync(sound, { recursive: true, force: true }))

/** A profile with databases, and their second copy. */
function aPlace(): StoragePlace {
  const dataFolder = aFolder()
  const place = { dataFolder, profile: join(dataFolder, 'Default'), vaultFolder: aFolder() }
  mkdirSync(join(place.profile, 'IndexedDB', 'vault_0.indexeddb.leveldb'), { recursive: true, mode: 0o755 })
  writeFileSync(join(place.profile, 'IndexedDB', 'vault_0.indexeddb.leveldb', 'CURRENT'), 'LANIFEST-000001\n')
  cpSync(sound, place.vaultFolder, { recursive: true })
  return place
}

function copyOf(place: StoragePlace) {
  return checkCopy({ disk: realDisk, path: place.vaultFolder })
}

function damage(place: StoragePlace, pattern: RegExp): void {
  const names = readdirSync(place.vaultFolder).filter((name) => pattern.test(name))
  expect(names).not.toEqual([])
  for (const name of names) {
    const path = join(place.vaultFolder, name)
    const content = readFileSync(path)
    const at = Math.trunc(content.findLastIndex((byte) => byte !== 0) / 2)
    content[at] = (content[at] ?? 0) ^ 1
    writeFileSync(path, content)
  }
}

describe('checkCopy', () => {
  it('calls a copy whole that reads from beginning to end', async () => {
    expect(await copyOf(aPlace())).toBe('whole')
  })

  it('finds none in a folder without one', async () => {
    expect(await copyOf({ ...aPlace(), vaultFolder: aFolder() })).toBe('missing')
  })

  it.each([
    ['both headers are damaged', /^header-/],
    ['a journal and the snapshot are damaged', /^(journal|snap)-/],
    ['every journal is damaged', /^journal-/],
  ])('does not call it whole when %s', async (_what, pattern) => {
    const place = aPlace()
    damage(place, pattern)
    expect(await copyOf(place)).toBe('incomplete')
  })

  it('changes nothing in the folder', async () => {
    const place = aPlace()
    const before = readdirSync(place.vaultFolder).map((name) => [
      name,
      statSync(join(place.vaultFolder, name)).mtimeMs,
    ])
    await copyOf(place)
    expect(
      readdirSync(place.vaultFolder).map((name) => [name, statSync(join(place.vaultFolder, name)).mtimeMs]),
    ).toEqual(before)
  })
})

describe('a folder of databases that shall be set aside', () => {
  it('stays where it is until the next start, then gets a dated name and is closed to others', async () => {
    const place = aPlace()
    expect(await wishAside(place, now)).toEqual({ ok: true, value: null })
    expect(readdirSync(place.profile)).toEqual(['IndexedDB'])

    expect(await setAsideIfWished(place)).toBe('done')
    expect(readdirSync(place.profile)).toEqual([aside])
    expect(statSync(join(place.profile, aside)).mode & 0o777).toBe(0o700)
    expect(readFileSync(join(place.profile, aside, 'vault_0.indexeddb.leveldb', 'CURRENT'), 'utf8')).toBe(
      'LANIFEST-000001\n',
    )
    expect(await listAside(place)).toEqual([{ name: `Default/${aside}`, bytes: 16 }])
  })

  it('is set aside once for each wish', async () => {
    const place = aPlace()
    await wishAside(place, now)
    await setAsideIfWished(place)
    mkdirSync(join(place.profile, 'IndexedDB'))
    expect(await setAsideIfWished(place)).toBe('none')
    expect(readdirSync(place.profile)).toContain('IndexedDB')
  })

  it('gets a name of its own when there is one of that second already', async () => {
    const place = aPlace()
    mkdirSync(join(place.profile, aside))
    await wishAside(place, now)
    await setAsideIfWished(place)
    expect(readdirSync(place.profile)).toEqual([aside, `${aside}-2`])
  })

  it('stays when the second copy is not whole: the wish is refused', async () => {
    const place = aPlace()
    damage(place, /^journal-/)
    expect(await wishAside(place, now)).toEqual({ ok: false, error: { code: 'copy-not-whole' } })
    expect(await setAsideIfWished(place)).toBe('none')
  })

  it('stays when the second copy was damaged after the wish', async () => {
    const place = aPlace()
    await wishAside(place, now)
    damage(place, /^journal-/)
    expect(await setAsideIfWished(place)).toBe('failed')
    expect(readdirSync(place.profile)).toEqual(['IndexedDB'])
    expect(await setAsideIfWished(place)).toBe('none')
  })

  it('counts as set aside when the power went right after the move', async () => {
    const place = aPlace()
    await wishAside(place, now)
    const losesPower: Disk = { ...realDisk, remove: () => new Promise(() => undefined) }
    void setAsideIfWished(place, losesPower)
    await expect.poll(() => readdirSync(place.profile)).toEqual([aside])
    expect(await setAsideIfWished(place)).toBe('done')
    expect(await setAsideIfWished(place)).toBe('none')
    expect(readdirSync(place.profile)).toEqual([aside])
  })

  it('stays when another program holds it, and the next start does not try again by itself', async () => {
    const place = aPlace()
    await wishAside(place, now)
    const held: Disk = {
      ...realDisk,
      rename: () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })),
    }
    expect(await setAsideIfWished(place, held)).toBe('failed')
    expect(readdirSync(place.profile)).toEqual(['IndexedDB'])
    expect(await setAsideIfWished(place)).toBe('none')
  })

  it('stays when it is a link to somewhere else', async () => {
    const place = aPlace()
    const profile = join(place.dataFolder, 'Linked')
    mkdirSync(profile)
    symlinkSync(join(place.profile, 'IndexedDB'), join(profile, 'IndexedDB'))
    await wishAside({ ...place, profile }, now)
    expect(await setAsideIfWished({ ...place, profile })).toBe('failed')
    expect(existsSync(join(place.profile, 'IndexedDB'))).toBe(true)
  })

  it.each(['../elsewhere', 'IndexedDB', 'IndexedDB-aside-x', ''])(
    'never gets the name “%s”',
    async (name) => {
      const place = aPlace()
      writeFileSync(join(place.vaultFolder, 'storage-to-set-aside'), name)
      expect(await setAsideIfWished(place)).toBe('failed')
      expect(readdirSync(place.dataFolder)).toEqual(['Default'])
      expect(readdirSync(place.profile)).toEqual(['IndexedDB'])
    },
  )

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'not-writable'],
  ])('stays when the wish cannot be written down: %s', async (code, problem) => {
    const place = aPlace()
    const full: Disk = { ...realDisk, create: () => Promise.reject(Object.assign(new Error(code), { code })) }
    expect(await wishAside(place, now, full)).toEqual({ ok: false, error: { code: problem } })
    expect(await setAsideIfWished(place)).toBe('none')
  })

  it('is not made up where there is none', async () => {
    const place = aPlace()
    const empty = { ...place, profile: join(place.dataFolder, 'Empty') }
    expect(await listAside(empty)).toEqual([])
    await wishAside(empty, now)
    expect(await setAsideIfWished(empty)).toBe('failed')
  })
})
