import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#electron/services/durable/disk.ts'
import type { Disk } from '#electron/services/durable/disk.ts'
import { VaultCopy } from '#electron/services/vault-copy/vault-copy.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const name = 'Evenhand vault 2026-11-22'
const today = '2026-11-22'

/** A folder like the vault's: a header, a journal of some mebibytes and a file of a case. */
function aVaultFolder(): string {
  const folder = aFolder()
  mkdirSync(join(folder, 'att', '7f'), { recursive: true })
  writeFileSync(join(folder, 'header-a.cv'), 'header', { mode: 0o600 })
  writeFileSync(join(folder, 'journal-00000001.cv'), Buffer.alloc(3 * 1024 * 1024 + 7, 'journal'))
  writeFileSync(join(folder, 'att', '7f', '7f00.cv'), 'a file')
  return folder
}

const withRoom = async () => true

/** A disk that gives back another byte than was written where a path holds these words. */
function lyingAbout(words: string): Disk {
  return {
    ...realDisk,
    async openToRead(path) {
      const file = await realDisk.openToRead(path)
      if (!path.includes(words)) return file
      return {
        ...file,
        async read(at, length) {
          const bytes = await file.read(at, length)
          bytes[0] = (bytes[0] ?? 0) ^ 1
          return bytes
        },
      }
    },
  }
}

async function copyWhole(copy: VaultCopy, chosen: string) {
  const begun = await copy.begin(chosen, today)
  if (!begun.ok) throw new Error(begun.error.code)
  const steps = []
  for (;;) {
    const step = await copy.next(begun.value.token)
    if (!step.ok) return { begun: begun.value, steps, end: step.error.code }
    steps.push(step.value)
    if (step.value.step === 'done') return { begun: begun.value, steps, end: 'done' }
  }
}

function allOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const files = names.filter((each) => statSync(join(folder, each)).isFile())
  return new Map(files.map((each) => [each, sumOf(readFileSync(join(folder, each)))]))
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe('VaultCopy', () => {
  it('copies every file as it is, with a list of fingerprints, for its owner alone', async () => {
    const [folder, chosen] = [aVaultFolder(), aFolder()]
    const before = allOf(folder)
    const { begun, steps, end } = await copyWhole(new VaultCopy(folder), chosen)

    expect(end).toBe('done')
    expect(begun).toMatchObject({ name, files: 3, bytes: 3 * 1024 * 1024 + 19 })
    expect(steps.at(-1)).toEqual({ step: 'done', done: 2 * begun.bytes, total: 2 * begun.bytes })
    const copied = new Map(allOf(join(chosen, name)))
    const list = readFileSync(join(chosen, name, 'SHA256SUMS'), 'utf8')
    copied.delete('SHA256SUMS')
    expect(copied).toEqual(before)
    expect(list.split('\n')).toContain(`${sumOf(Buffer.from('header'))}  header-a.cv`)
    expect(list).toContain('  att/7f/7f00.cv\n')
    expect(statSync(join(chosen, name)).mode & 0o777).toBe(0o700)
    expect(statSync(join(chosen, name, 'header-a.cv')).mode & 0o777).toBe(0o600)
    expect(readdirSync(chosen)).toEqual([name])
    expect(allOf(folder)).toEqual(before)
  })

  it('never touches a copy that is there already', async () => {
    const [folder, chosen] = [aVaultFolder(), aFolder()]
    await copyWhole(new VaultCopy(folder), chosen)
    await copyWhole(new VaultCopy(folder), chosen)
    expect(readdirSync(chosen)).toEqual([name, `${name} (2)`])
  })

  it('leaves links alone, because they lead out of the vault', async () => {
    const [folder, chosen] = [aVaultFolder(), aFolder()]
    symlinkSync('/etc/hostname', join(folder, 'link.cv'))
    await copyWhole(new VaultCopy(folder), chosen)
    expect([...allOf(join(chosen, name)).keys()]).not.toContain('link.cv')
  })

  it('takes an unfinished copy away when it is released', async () => {
    const [folder, chosen] = [aVaultFolder(), aFolder()]
    const copy = new VaultCopy(folder)
    const begun = await copy.begin(chosen, today)
    expect(readdirSync(chosen)).toHaveLength(1)
    await copy.release()
    expect(readdirSync(chosen)).toEqual([])
    expect(begun.ok && (await copy.next(begun.value.token))).toEqual({
      ok: false,
      error: { code: 'token-unknown' },
    })
  })

  it('does not give its name to a copy that reads back otherwise', async () => {
    const chosen = aFolder()
    const { end } = await copyWhole(new VaultCopy(aVaultFolder(), withRoom, lyingAbout('.part')), chosen)
    expect(end).toBe('differs')
    expect(readdirSync(chosen)).toEqual([])
  })

  it('leaves nothing when a file of the vault cannot be read', async () => {
    const chosen = aFolder()
    const refuses: Disk = {
      ...realDisk,
      openToRead: (path) =>
        path.endsWith('journal-00000001.cv')
          ? Promise.reject(Object.assign(new Error('bad sector'), { code: 'EIO' }))
          : realDisk.openToRead(path),
    }
    const { end } = await copyWhole(new VaultCopy(aVaultFolder(), withRoom, refuses), chosen)
    expect(end).toBe('not-readable')
    expect(readdirSync(chosen)).toEqual([])
  })

  it.each([
    ['an empty folder', () => aFolder(), 'nothing-here'],
    ['a folder that is not there', () => join(aFolder(), 'none'), 'nothing-here'],
  ])('has nothing to copy in %s', async (_what, folder, code) => {
    expect(await new VaultCopy(folder()).begin(aFolder(), today)).toEqual({ ok: false, error: { code } })
  })

  it('says that the disk is full before it writes anything', async () => {
    const chosen = aFolder()
    const copy = new VaultCopy(aVaultFolder(), async () => false)
    expect(await copy.begin(chosen, today)).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(readdirSync(chosen)).toEqual([])
  })

  it.each(['', 'att'])('does not copy the vault into itself: “%s”', async (inner) => {
    const folder = aVaultFolder()
    const before = allOf(folder)
    const begun = await new VaultCopy(folder).begin(join(folder, inner), today)
    expect(begun).toEqual({ ok: false, error: { code: 'not-writable' } })
    expect(allOf(folder)).toEqual(before)
  })
})
