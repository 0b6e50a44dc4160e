import 'fake-indexeddb/auto'
import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { doWhatIsDue } from '#renderer/data/backup/automatic.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { aBackupHost } from '#tests/support/vault/backup-computer.ts'
import { writeText } from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault } from '#tests/support/vault/unlocked-vault.ts'

async function aVaultThatPauses() {
  const { computer, page } = await anUnlockedVault()
  await page.execute(writeText, { id: 'note', title: 'title', text: 'text' })
  const host = aBackupHost(aFolder(), computer.durable.call, { now: () => '2026-11-21T14:02:00.000Z' })
  const keeper = host.keeperOf(page)
  return { page, host, keeper, look: () => doWhatIsDue(page.session, keeper) }
}

it('does nothing before a folder was chosen', async () => {
  const { look, host } = await aVaultThatPauses()
  expect(await look()).toBe('nothing')
  expect(host.files()).toEqual([])
})

it('backs up and rehearses the first time, and then has nothing to do that day', async () => {
  const { look, keeper, host } = await aVaultThatPauses()
  await keeper.chooseFolder(true)
  expect(await look()).toBe('rehearsed')
  expect(keeper.status.get()).toMatchObject({
    lastGood: { records: 1 },
    rehearsal: { records: 1, isGood: true },
  })
  expect(await look()).toBe('nothing')
  expect(host.files()).toHaveLength(1)
})

it('keeps why it could not, and is well again after the next good one', async () => {
  const vault = await aVaultThatPauses()
  await vault.keeper.chooseFolder(true)
  const call = vault.host.host.call
  let isFull = true
  Object.assign(vault.host.host, {
    call: (method: string, request: never) =>
      isFull && method === 'backup.write'
        ? Promise.resolve({ ok: false, error: { code: 'disk-full' } })
        : call(method as never, request),
  })
  expect(await vault.look()).toBe('failed')
  expect(vault.keeper.failure.get()).toEqual({ code: 'disk-full' })
  expect(vault.host.files()).toEqual([])
  isFull = false
  expect(await vault.look()).toBe('rehearsed')
  expect(vault.keeper.failure.get()).toBeUndefined()
})

it('does not write anywhere while the folder is away', async () => {
  const { look, keeper, host } = await aVaultThatPauses()
  await keeper.chooseFolder(true)
  rmSync(host.target, { recursive: true })
  expect(await look()).toBe('nothing')
  expect(keeper.status.get()?.folder?.state).toBe('gone')
})
