import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVaultFiles } from '#renderer/data/files/vault-files.ts'
import { createCase } from '#shared/commands/cases.ts'
import type { AttachmentBody } from '#shared/domain/attachment/attachment.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { aBackupHost } from '#tests/support/vault/backup-computer.ts'
import { anUnlockedVault } from '#tests/support/vault/unlocked-vault.ts'

const someBytes = (seed: string, outputLength: number) =>
  new Uint8Array(createHash('shake256', { outputLength }).update(seed).digest())

/** A vault with two files, backed up once with both whole. */
async function aVaultInBackups() {
  const vault = await anUnlockedVault()
  const { session, execute } = vault.page
  const time = { hour: 10 }
  const now = () => `2026-11-22T${String(time.hour)}:15:00.000Z`
  const host = aBackupHost(aFolder(), vault.computer.durable.call, { now })
  const bodyOf = async (entry: RecordEntry<'attachment'>) => {
    const stored = session.model.get().get(entry.id)
    if (!stored || !session.opened) throw new Error('not there')
    return (await session.opened.bodies.read(stored)) as AttachmentBody
  }
  const files = createVaultFiles({
    call: host.host.call,
    crypto: () => session.opened?.workers.call,
    execute,
    bodyOf,
    entries: () => session.model.get().list('attachment'),
  })
  const made = await execute(createCase, { parties: [{ name: 'Ana Brook' }, { name: 'Ben Cole' }] })
  if (!made.ok) throw new Error(made.error.code)
  const add = async (title: string) => {
    const about = { case: made.value.id, title, fileName: `${title}.pdf`, receivedOn: '2026-10-09' }
    const added = await files.add(new Blob([someBytes(title, 200_000)]), about)
    if (!added.ok) throw new Error(added.error.code)
    const entry = session.model
      .get()
      .list('attachment')
      .find(({ id }) => id === added.value.id)
    const body = entry && (await bodyOf(entry))
    if (!entry || !body || !('contentKey' in body)) throw new Error('not stored')
    const name = entry.head.storedAs ?? ''
    const shelf = join(host.dataFolder, 'att', name.slice(0, 2))
    return { wanted: { entry, contentKey: String(body.contentKey) }, shelf, path: join(shelf, `${name}.cv`) }
  }
  const letter = await add('Letter')
  const photo = await add('Photo')
  const keeper = host.keeperOf(vault.page)
  const folder = await keeper.chooseFolder(true)
  if (!folder.ok) throw new Error(folder.error.code)
  const backUp = async () => {
    const good = await keeper.backUp(folder.value.id)
    if (!good.ok) throw new Error(good.error.code)
    time.hour += 1
  }
  await backUp()
  return { ...vault, host, files, add, letter, photo, keeper, folder: folder.value.id, backUp }
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('a file that is missing or damaged', () => {
  it.each([
    ['is damaged', (path: string) => flip(path, 100_000), 2],
    ['is missing', (path: string) => rmSync(path), 1],
  ])('is put back from a backup where it %s; a damaged one is set aside', async (_, damage, left) => {
    const { keeper, folder, photo, files } = await aVaultInBackups()
    const before = readFileSync(photo.path)
    damage(photo.path)
    expect((await files.verify(photo.wanted.entry)).ok).toBe(false)
    const taken = await keeper.takeFile(folder, photo.wanted)
    expect(taken).toEqual({ ok: true, value: { at: '2026-11-21T14:02:00Z' } })
    expect(readFileSync(photo.path).equals(before)).toBe(true)
    expect(await files.verify(photo.wanted.entry)).toEqual({ ok: true, value: undefined })
    expect(readdirSync(photo.shelf)).toHaveLength(left)
  })

  it('comes from the newest backup that has it whole, and not from a newer one that has the damage', async () => {
    const { keeper, folder, letter, photo, backUp, host } = await aVaultInBackups()
    const before = readFileSync(photo.path)
    flip(photo.path, 100_000)
    await backUp()
    expect(host.files().filter((name) => name.endsWith('.cvbak'))).toHaveLength(2)
    expect((await keeper.takeFile(folder, photo.wanted)).ok).toBe(true)
    expect(readFileSync(photo.path).equals(before)).toBe(true)
    expect(readdirSync(letter.shelf)).toContain(`${letter.wanted.entry.head.storedAs ?? ''}.cv`)
  })

  it('stays as it is when no backup has it whole', async () => {
    const { keeper, folder, add } = await aVaultInBackups()
    const later = await add('Later')
    flip(later.path, 100)
    const damaged = readFileSync(later.path)
    expect(await keeper.takeFile(folder, later.wanted)).toEqual({
      ok: false,
      error: { code: 'no-whole-file' },
    })
    expect(readFileSync(later.path).equals(damaged)).toBe(true)
    expect(readdirSync(later.shelf)).toHaveLength(1)
  })

  it('is not taken from a backup that is damaged where the file lies', async () => {
    const { keeper, folder, photo, host } = await aVaultInBackups()
    const [name = ''] = host.files().filter((each) => each.endsWith('.cvbak'))
    const backup = join(host.target, name)
    for (let at = 70_000; at < readFileSync(backup).length; at += 65_552) flip(backup, at)
    rmSync(photo.path)
    expect(await keeper.takeFile(folder, photo.wanted)).toEqual({
      ok: false,
      error: { code: 'no-whole-file' },
    })
    expect(readdirSync(photo.shelf)).toEqual([])
  })
})
