import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readText, writeText } from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function aLockedVault() {
  const { computer, page } = await anUnlockedVault()
  await page.execute(writeText, { id: 'a', title: 'a', text: 'text a' })
  await page.session.lock()
  return computer
}

function refusal(name: string): DOMException {
  return new DOMException('Internal error opening backing store for indexedDB.open.', name)
}

/** As Chromium answers for an origin whose storage it cannot open. */
function refuseAll() {
  vi.spyOn(indexedDB, 'databases').mockImplementation(() => Promise.reject(refusal('UnknownError')))
}

/** The storage was set aside: nothing is in it. */
async function emptyStorage(name: string): Promise<void> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
}

describe('a browser that refuses its own storage', () => {
  it('is told of before the passphrase is asked for, and never taken for a first start', async () => {
    const computer = await aLockedVault()
    refuseAll()
    const { session } = await computer.open()
    expect(session.state.get()).toBe('damaged')
    expect(session.problem.get()).toEqual({ code: 'store-broken' })
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })

  it('is told of without a second copy too', async () => {
    const computer = await aLockedVault()
    computer.durable.lose()
    refuseAll()
    const { session } = await computer.open()
    expect(session.problem.get()).toEqual({ code: 'store-broken' })
  })

  it('is not told of when it is well at the next look', async () => {
    const computer = await aLockedVault()
    vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(refusal('UnknownError'))
    const page = await computer.open()
    expect(page.session.recovery.get()).toBeUndefined()
    expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
  })

  it('opens from the second copy once it was set aside, and says that it was', async () => {
    const computer = await aLockedVault()
    await emptyStorage(computer.databaseName)
    const page = await computer.open({ wasSetAside: async () => true })
    expect(page.session.recovery.get()).toBe('store-set-aside')
    expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
    expect(page.session.restored.get()).toMatchObject({ reason: 'store-set-aside', isWhole: true })
    expect(await page.execute(readText, { id: 'a' })).toEqual({ ok: true, value: 'text a' })
  })

  it.each([
    ['UnknownError', 'store-broken'],
    ['QuotaExceededError', 'disk-full'],
  ])('that cannot take a new database for %s is called %s', async (name, code) => {
    const computer = await aLockedVault()
    await emptyStorage(computer.databaseName)
    const { session } = await computer.open()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw refusal(name)
    })
    expect(await session.unlockWithPassphrase(passphrase)).toEqual({ ok: false, error: { code } })
  })
})
