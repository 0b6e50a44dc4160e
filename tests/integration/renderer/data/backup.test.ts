import 'fake-indexeddb/auto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepTrail } from '#renderer/data/audit/keep-trail.ts'
import { readHistory, verifyHistory } from '#renderer/data/audit/read-history.ts'
import { OpenedBackup } from '#renderer/data/backup/opened-backup.ts'
import { findKeptVaults, switchVault } from '#renderer/data/backup/switch-vault.ts'
import { compareVaults } from '#renderer/data/backup/compare-vaults.ts'
import { openDatabase } from '#renderer/data/store/database.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { quickWorkers } from '#tests/support/vault/in-process-workers.ts'
import { writeManyTexts, writeText } from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { aBackupHost, addAttachment, aSource, logicalExport } from '#tests/support/vault/backup-computer.ts'
import type { BackupHost } from '#tests/support/vault/backup-computer.ts'
import type { TestPage } from '#tests/support/vault/test-session.ts'

const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    id: `note-${String(from + index)}`,
    title: `Title ${String(from + index)}`,
    text: 'words '.repeat((from + index) % 40),
  }))

async function aBackedUpVault(options: Parameters<typeof aBackupHost>[2] = {}) {
  const vault = await anUnlockedVault()
  await vault.page.execute(writeManyTexts, texts(150))
  await vault.page.execute(writeText, { id: 'single', title: 'before', text: 'as it was' })
  const host = aBackupHost(aFolder(), vault.computer.durable.call, options)
  const keeper = host.keeperOf(vault.page)
  const folder = await keeper.chooseFolder(true)
  if (!folder.ok) throw new Error(folder.error.code)
  return { ...vault, host, keeper, folder: folder.value.id }
}

function theBackup(host: BackupHost): Uint8Array {
  const [name = ''] = host.files()
  return new Uint8Array(readFileSync(join(host.target, name)))
}

async function restore(host: BackupHost, page: TestPage, secret: Parameters<typeof OpenedBackup.open>[2]) {
  const opened = await OpenedBackup.open(aSource(theBackup(host)), quickWorkers, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  const checked = await opened.value.check()
  if (!checked.ok) throw new Error(checked.error.code)
  const name = await opened.value.restoreBeside(host.host, page.session.ports.databaseName)
  if (!name.ok) throw new Error(name.error.code)
  await opened.value.close()
  return { name: name.value, facts: checked.value }
}

async function swap(page: TestPage, name: string): Promise<void> {
  const replaced = await page.session.replaceVault(async () => {
    const database = await openDatabase(name)
    await switchVault(page.session.ports.durable, database)
    database.close()
  })
  if (!replaced.ok) throw new Error(replaced.error.code)
}

describe('a backup', () => {
  it('is told of in the history: when it was begun, signed, and once where it was restored', async () => {
    const { computer, page, host, keeper, folder } = await aBackedUpVault()
    if (!(await keeper.backUp(folder)).ok) throw new Error('no backup')
    const { name } = await restore(host, page, { passphrase })
    await swap(page, name)
    const actionsAfterOpening = async (times: number) => {
      const again = await computer.open()
      keepTrail(again.session, async () => undefined)
      await again.session.unlockWithPassphrase(passphrase)
      const opened = again.session.opened
      if (!opened) throw new Error('not open')
      const unlocked = async () =>
        (await readHistory(opened)).entries.filter(({ action }) => action === 'vault.unlocked').length
      await expect.poll(unlocked).toBe(times)
      const { entries } = await readHistory(opened)
      expect((await verifyHistory(opened)).ok).toBe(true)
      await again.session.lock()
      return entries.map(({ action, signer }) => (signer ? `${action} signed` : action)).slice(0, 3)
    }
    expect(await actionsAfterOpening(1)).toEqual(['vault.unlocked', 'backup.restored', 'backup.begun signed'])
    expect(await actionsAfterOpening(2)).toEqual(['vault.unlocked', 'vault.unlocked', 'backup.restored'])
  })

  it('is written, read back whole, counted and noted as good', async () => {
    const { keeper, host, folder } = await aBackedUpVault()
    await addAttachment(host, 'a'.repeat(32), new Uint8Array(2_500_000).fill(7))
    const made = await keeper.backUp(folder)
    expect(made).toMatchObject({ ok: true, value: { records: 151, attachments: 1 } })
    expect(host.files()).toHaveLength(1)
    expect(keeper.status.get()).toMatchObject({ lastGood: { records: 151, attachments: 1 } })
  })

  it('holds the vault as of one commit, whatever is saved while it is written', async () => {
    let page: TestPage | undefined
    let edits = 0
    const vault = await aBackedUpVault({
      onCall: async (method) => {
        if (method !== 'backup.write' || edits >= 3) return
        edits += 1
        await page?.execute(writeText, { id: 'single', title: 'while', text: `edit ${String(edits)}` })
      },
    })
    page = vault.page
    expect(await vault.keeper.backUp(vault.folder)).toMatchObject({ ok: true })
    expect(edits).toBeGreaterThan(0)
    const { name } = await restore(vault.host, vault.page, { passphrase })
    await swap(vault.page, name)
    await vault.page.session.unlockWithPassphrase(passphrase)
    expect(await logicalExport(vault.page)).toContain('as it was')
  })

  it('is restored beside, swapped in, and the vault before it can be swapped back', async () => {
    const { page, keeper, host, folder } = await aBackedUpVault()
    const before = await logicalExport(page)
    await keeper.backUp(folder)
    await page.execute(writeText, { id: 'single', title: 'after', text: 'changed' })
    await page.execute(writeText, { id: 'new', title: 'new', text: 'added' })
    const changed = await logicalExport(page)
    const current = page.session.opened?.database.name ?? ''
    const { name, facts } = await restore(host, page, { passphrase })
    expect(compareVaults(page.session.model.get(), facts)).toMatchObject({ added: 1, changed: 1, removed: 0 })
    expect(await logicalExport(page)).toBe(changed)
    await swap(page, name)
    expect(await page.session.unlockWithPassphrase(passphrase)).toEqual({ ok: true })
    expect(await logicalExport(page)).toBe(before)
    expect(page.session.opened?.copy).toBe('good')
    await page.execute(writeText, { id: 'later', title: 'later', text: 'goes on' })
    const kept = await findKeptVaults(page.session.ports.databaseName, name)
    expect(kept.map(({ databaseName }) => databaseName)).toContain(current)
    await swap(page, current)
    expect(await page.session.unlockWithPassphrase(passphrase)).toEqual({ ok: true })
    expect(await logicalExport(page)).toBe(changed)
    expect(page.session.damage.get()).toEqual([])
  })

  it('opens with the recovery key of its time, and with neither another passphrase nor another key', async () => {
    const { page, keeper, host, folder, kit } = await aBackedUpVault()
    await keeper.backUp(folder)
    await page.session.setPassphrase({ next: 'a completely different one', current: passphrase })
    const open = (secret: Parameters<typeof OpenedBackup.open>[2]) =>
      OpenedBackup.open(aSource(theBackup(host)), quickWorkers, secret)
    const byKey = await open({ recoveryKey: kit.recoveryKey })
    expect(byKey.ok && (await byKey.value.check()).ok).toBe(true)
    expect((await open({ passphrase })).ok).toBe(true)
    expect(await open({ passphrase: 'a completely different one' })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    })
    const { kit: other } = await anUnlockedVault()
    expect(await open({ recoveryKey: other.recoveryKey })).toMatchObject({
      error: { code: 'wrong-recovery-key' },
    })
    expect(await open({ recoveryKey: 'AAAA' })).toMatchObject({ error: { code: 'mistyped' } })
  })

  it('leaves nothing when it is cancelled', async () => {
    const vault = await aBackedUpVault({
      onCall: (method) => {
        if (method === 'backup.write') vault.keeper.cancel()
      },
    })
    expect(await vault.keeper.backUp(vault.folder)).toMatchObject({ error: { code: 'cancelled' } })
    expect(vault.host.files()).toEqual([])
  })

  it('that does not read back as it was written is not counted as good', async () => {
    const vault = await aBackedUpVault({
      onCall: (method) => {
        if (method !== 'backup.open') return
        const [name = ''] = vault.host.files()
        const bytes = theBackup(vault.host)
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
        writeFileSync(join(vault.host.target, name), bytes)
      },
    })
    expect(await vault.keeper.backUp(vault.folder)).toMatchObject({ error: { code: 'damaged-backup' } })
    expect((await vault.keeper.refresh())?.lastGood).toBeNull()
  })

  it('is rehearsed: everything opened in a scratch that is gone afterwards', async () => {
    const { page, keeper, host, folder } = await aBackedUpVault()
    await keeper.backUp(folder)
    const before = (await indexedDB.databases()).map(({ name }) => name)
    const [name = ''] = host.files()
    expect(await keeper.rehearse(folder, name)).toMatchObject({
      ok: true,
      value: { records: 151, isGood: true },
    })
    expect((await indexedDB.databases()).map((database) => database.name)).toEqual(before)
    expect(keeper.status.get()?.rehearsal).toMatchObject({ records: 151, isGood: true })
    // The open vault's own manifest was not touched by it.
    expect(await page.execute(writeText, { id: 'single', title: 'on', text: 'and on' })).toMatchObject({
      ok: true,
    })
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([])
  })

  it('of one computer is restored on another that has no vault', async () => {
    const { page, keeper, host, folder } = await aBackedUpVault()
    const content = new Uint8Array(100_000).fill(9)
    await addAttachment(host, 'b'.repeat(32), content)
    await keeper.backUp(folder)
    const before = await logicalExport(page)
    const { aComputer } = await import('#tests/support/vault/test-session.ts')
    const computer = aComputer()
    const fresh = await computer.open()
    const freshHost = aBackupHost(aFolder(), computer.durable.call)
    expect(fresh.session.state.get()).toBe('none')
    const opened = await OpenedBackup.open(aSource(theBackup(host)), quickWorkers, { passphrase })
    if (!opened.ok) throw new Error(opened.error.code)
    await opened.value.check()
    const name = await opened.value.restoreBeside(freshHost.host, fresh.session.ports.databaseName)
    if (!name.ok) throw new Error(name.error.code)
    await swap(fresh, name.value)
    expect(fresh.session.state.get()).toBe('locked')
    expect(await fresh.session.unlockWithPassphrase(passphrase)).toEqual({ ok: true })
    expect(await logicalExport(fresh)).toBe(before)
    const read = await freshHost.attachments.read('b'.repeat(32), 0, 200_000)
    expect(read.ok && read.value.bytes.every((byte) => byte === 9) && read.value.total).toBe(content.length)
  })
})
