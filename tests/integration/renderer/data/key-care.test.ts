import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { KeyCare } from '#renderer/data/session/key-care.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { sealedEpoch } from '#shared/vault/sealed-object.ts'
import { created } from '#shared/commands/command.ts'
import { commitAll, everyText, fillVault } from '#tests/support/vault/many-records.ts'
import { flipped, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawTable } from '#tests/support/vault/raw-rows.ts'
import type { TestComputer } from '#tests/support/vault/test-session.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

const tables: readonly RawTable[] = ['heads', 'headPacks', 'bodies', 'bodyPacks', 'keys', 'audit']

/** Epochs that rows on disk are sealed under, the state included. */
async function epochsOnDisk({ databaseName }: TestComputer): Promise<readonly number[]> {
  const rows = await Promise.all(tables.map((table) => rawRows(databaseName, table)))
  const state = (await rawRows(databaseName, 'meta')).filter(({ key }) => key === 'state')
  const epochs = [...rows.flat(), ...state].map(({ value }) => {
    const decoded = decodeRow(value)
    return (decoded && sealedEpoch(decoded.sealed)) ?? 0
  })
  return [...new Set(epochs)].sort()
}

async function aFilledVault() {
  const { computer, page, kit } = await anUnlockedVault()
  const removed: string[] = []
  const care = new KeyCare(page.session, async (name) => removed.push(name))
  await fillVault(page.session)
  return { computer, page, kit, care, removed, before: await everyText(page.session) }
}

describe('another recovery kit', () => {
  it('takes the place of the old one when it is confirmed', async () => {
    const { page, kit, care } = await aFilledVault()
    const next = await care.prepareKit({ current: passphrase, renew: false })
    if (!next.ok) throw new Error(next.error.code)
    expect(await care.confirmKit()).toEqual({ ok: true })
    await page.session.lock()
    const old = await page.session.unlockWithRecoveryKey(kit.recoveryKey)
    expect(old.ok ? undefined : old.error.code).toBe('wrong-recovery-key')
    expect((await page.session.unlockWithRecoveryKey(next.value.recoveryKey)).ok).toBe(true)
  })

  it('leaves the old one in force until then', async () => {
    const { page, kit, care } = await aFilledVault()
    const next = await care.prepareKit({ current: passphrase, renew: false })
    await care.discardKit()
    expect(await care.confirmKit()).toEqual({ ok: false, error: { code: 'nothing-prepared' } })
    await page.session.lock()
    const unknown = await page.session.unlockWithRecoveryKey(next.ok ? next.value.recoveryKey : '')
    expect(unknown.ok).toBe(false)
    expect((await page.session.unlockWithRecoveryKey(kit.recoveryKey)).ok).toBe(true)
  })

  it('needs the passphrase, and counts a wrong one', async () => {
    const { computer, care } = await aFilledVault()
    const refused = await care.prepareKit({ current: 'something else entirely', renew: false })
    expect(refused).toEqual({ ok: false, error: { code: 'wrong-passphrase', retryInSeconds: 1 } })
    await care.prepareKit({ current: passphrase, renew: false })
    expect(computer.waits).toContain(1000)
  })

  it('is of no use once the passphrase was changed in between', async () => {
    const { page, care } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: false })
    await page.session.setPassphrase({ current: passphrase, next: 'another twelve words' })
    expect(await care.confirmKit()).toEqual({ ok: false, error: { code: 'nothing-prepared' } })
  })

  it('changes nothing when the data folder cannot be written', async () => {
    const { computer, page, kit, care } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: false })
    computer.durable.refuse.set('durable.header', 'disk-full')
    expect(await care.confirmKit()).toEqual({ ok: false, error: { code: 'disk-full' } })
    computer.durable.refuse.clear()
    await page.session.lock()
    expect((await page.session.unlockWithRecoveryKey(kit.recoveryKey)).ok).toBe(true)
  })
})

describe('a renewal of the vault key', () => {
  it('seals everything again and lets go of the old key', async () => {
    const { computer, page, care, before } = await aFilledVault()
    const next = await care.prepareKit({ current: passphrase, renew: true })
    if (!next.ok) throw new Error(next.error.code)
    await care.confirmKit()
    await care.settled()
    expect(care.renewal.get()).toEqual({ state: 'none' })
    expect(care.facts.get()).toMatchObject({ epoch: 2, older: [], manifestEpoch: 2 })
    expect(await epochsOnDisk(computer)).toEqual([2])
    expect(await everyText(page.session)).toEqual(before)
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(await everyText(page.session)).toEqual(before)
    expect(page.session.damage.get()).toEqual([])
    expect(await page.session.opened?.store.isWhole()).toBe(true)
  })

  it('goes on at the next unlock where the disk had refused', async () => {
    const { computer, page, care, before } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: true })
    await care.confirmKit()
    computer.durable.refuse.set('durable.append', 'disk-full')
    await care.settled()
    expect(care.renewal.get()).toEqual({ state: 'held-up', reason: 'not-saved' })
    computer.durable.refuse.clear()
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    await care.resume()
    expect(care.facts.get()).toMatchObject({ epoch: 2, older: [] })
    expect(await everyText(page.session)).toEqual(before)
  })

  it('keeps the old key as long as a record does not open', async () => {
    const { computer, page, care } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: true })
    computer.durable.refuse.set('durable.append', 'disk-full')
    await care.confirmKit()
    await care.settled()
    computer.durable.refuse.clear()
    const [body] = await rawRows(computer.databaseName, 'bodies')
    if (body) await putRaw(computer.databaseName, 'bodies', flipped(body, 200))
    await care.resume()
    expect(care.renewal.get()).toEqual({ state: 'held-up', reason: 'damaged-records', count: 1 })
    expect(care.facts.get()?.older).toEqual([1])
    expect(page.session.state.get()).toBe('unlocked')
  })

  it('is not begun in a vault with damage', async () => {
    const { computer, care } = await aFilledVault()
    const [body] = await rawRows(computer.databaseName, 'bodies')
    if (body) await putRaw(computer.databaseName, 'bodies', flipped(body, body.value.length - 1))
    const refused = await care.prepareKit({ current: passphrase, renew: true })
    expect(refused).toEqual({ ok: false, error: { code: 'damaged-records' } })
  })

  it('leaves a second copy that the vault can be put back from', async () => {
    const { computer, page, care, before } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: true })
    await care.confirmKit()
    await care.settled()
    await page.session.lock()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(computer.databaseName).onsuccess = resolve
    })
    const again = await computer.open()
    expect((await again.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
    expect(again.session.restored.get()?.reason).toBe('store-missing')
    expect(await everyText(again.session)).toEqual(before)
  })

  it('leaves such a copy also while it is held up', async () => {
    const { computer, page, care, before } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: true })
    computer.durable.refuse.set('durable.snapshot', 'not-writable')
    await care.confirmKit()
    await care.settled()
    computer.durable.refuse.clear()
    await page.session.lock()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(computer.databaseName).onsuccess = resolve
    })
    const again = await computer.open()
    expect((await again.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
    expect(await everyText(again.session)).toEqual(before)
  })

  it('can be done again', async () => {
    const { computer, page, care, before } = await aFilledVault()
    for (let time = 0; time < 2; time++) {
      await care.prepareKit({ current: passphrase, renew: true })
      await care.confirmKit()
      await care.settled()
    }
    expect(await epochsOnDisk(computer)).toEqual([3])
    expect(await everyText(page.session)).toEqual(before)
  })
})

describe('erasing a case', () => {
  it('takes out its records, its key and its files, and nothing else', async () => {
    const { computer, page, care, removed, before } = await aFilledVault()
    const file = created('attachment', 'file', 'case-1', { title: 'a', storedAs: 'ab12' } as never, {
      contentKey: '',
    })
    await commitAll(page.session, [file])
    await care.prepareKit({ current: passphrase, renew: true })
    expect(await care.eraseCase('case-1')).toEqual({ ok: true })
    await care.settled()
    const entries = [...page.session.model.get().all()]
    expect(entries.filter(({ caseId }) => caseId === 'case-1')).toEqual([])
    expect(removed).toEqual(['ab12'])
    expect(care.facts.get()).toMatchObject({ epoch: 2, older: [] })
    expect(await rawRows(computer.databaseName, 'keys')).toHaveLength(2)
    const others = Object.keys(await everyText(page.session))
    expect(others).toHaveLength(36)
    expect(await everyText(page.session)).toEqual(pick(before, others))
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([])
    expect(await everyText(page.session)).toEqual(pick(before, others))
  })

  it('is refused without new keys', async () => {
    const { page, care, before } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: false })
    expect(await care.eraseCase('case-1')).toEqual({ ok: false, error: { code: 'nothing-prepared' } })
    expect(await everyText(page.session)).toEqual(before)
  })

  it('leaves the case where it is when the new keys cannot be written', async () => {
    const { computer, page, care, before } = await aFilledVault()
    await care.prepareKit({ current: passphrase, renew: true })
    computer.durable.refuse.set('durable.header', 'not-writable')
    expect(await care.eraseCase('case-1')).toEqual({ ok: false, error: { code: 'folder-unwritable' } })
    expect(await everyText(page.session)).toEqual(before)
  })
})

function pick(texts: Readonly<Record<string, string>>, ids: readonly string[]) {
  return Object.fromEntries(ids.map((id) => [id, texts[id]]))
}
