import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { encodeHeadContent } from '#shared/vault/record.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { aComputer } from '#tests/support/vault/test-session.ts'
import { readText, retitle, writeText } from '#tests/support/vault/note-commands.ts'
import { deleteRaw, flipped, makeDatabase, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawTable } from '#tests/support/vault/raw-rows.ts'

async function aLockedVault(texts = ['a', 'b', 'c']) {
  const { computer, page } = await anUnlockedVault()
  for (const id of texts) await page.execute(writeText, { id, title: `title ${id}`, text: `text ${id}` })
  // What the second copy does about damage is told in recovery.test.ts.
  computer.durable.lose()
  await page.session.lock()
  return { computer, page, name: computer.databaseName }
}

async function damageRow(name: string, table: RawTable, index: number, at: number) {
  const row = (await rawRows(name, table))[index]
  if (row) await putRaw(name, table, flipped(row, at))
}

describe('a damaged record', () => {
  it.each([0, 7, 11, 12, 20, 50, 90, 300])(
    'is named by its row when its head is damaged at byte %i; the others open',
    async (at) => {
      const { page, name } = await aLockedVault()
      await damageRow(name, 'heads', 1, at)

      expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
      expect(page.session.model.get().list('attachment')).toHaveLength(2)
      expect(page.session.damage.get()).toEqual([
        { code: 'damaged-record', table: 'heads', name: expect.stringMatching(/^[0-9a-f]{32}$/) },
      ])
    },
  )

  it('is named when its body is damaged; its head and every other body open', async () => {
    const { page, name } = await aLockedVault()
    await damageRow(name, 'bodies', 1, 200)
    await page.session.unlockWithPassphrase(passphrase)

    const answers = await Promise.all(['a', 'b', 'c'].map((id) => page.execute(readText, { id })))
    const failed = answers.filter(({ ok }) => !ok)
    expect(failed).toEqual([
      { ok: false, error: { code: 'damaged-record', id: expect.stringMatching(/^[abc]$/) } },
    ])
    expect(page.session.model.get().list('attachment')).toHaveLength(3)
  })

  it('is noticed when its body was replaced by an older one', async () => {
    const { computer, page, name } = await aLockedVault(['a'])
    const [old] = await rawRows(name, 'bodies')
    await page.session.unlockWithPassphrase(passphrase)
    await page.execute(writeText, { id: 'a', title: 'A', text: 'newer text' })
    if (old) await putRaw(name, 'bodies', old)
    computer.durable.lose()
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(await page.execute(readText, { id: 'a' })).toEqual({
      ok: false,
      error: { code: 'damaged-record', id: 'a' },
    })
  })

  it('is noticed when two records changed places', async () => {
    const { page, name } = await aLockedVault(['a', 'b'])
    const [first, second] = await rawRows(name, 'heads')
    if (!first || !second) throw new Error('rows')
    await putRaw(name, 'heads', { key: first.key, value: second.value })
    await putRaw(name, 'heads', { key: second.key, value: first.value })
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toHaveLength(2)
    expect(page.session.model.get().list('attachment')).toEqual([])
  })

  it.each(['heads', 'bodies'] as const)('is missed when its row is gone from %s', async (table) => {
    const { page, name } = await aLockedVault()
    const [row] = await rawRows(name, table)
    if (row) await deleteRaw(name, table, row.key)
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([{ code: 'missing-records', table, count: 1 }])
  })

  it('still lets the rest be changed, and is reported again next time', async () => {
    const { page, name } = await aLockedVault(['a', 'b'])
    const [row] = await rawRows(name, 'heads')
    if (row) await deleteRaw(name, 'heads', row.key)
    await page.session.unlockWithPassphrase(passphrase)
    const left = page.session.model.get().list('attachment')[0]
    expect((await page.execute(retitle, { id: left?.id ?? '', title: 'still here' })).ok).toBe(true)
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([{ code: 'missing-records', table: 'heads', count: 1 }])
  })
})

describe('a vault whose files do not fit', () => {
  it.each([
    ['a damaged header', 'header', 'damaged-header'],
    ['a missing header', 'header', 'header-missing'],
    ['a missing keyring', 'keyring', 'data-missing'],
    ['missing counts', 'state', 'data-missing'],
  ])('is not opened and never replaced: %s', async (what, key, code) => {
    const { computer, name } = await aLockedVault()
    const row = (await rawRows(name, 'meta')).find((each) => each.key === key)
    if (!row) throw new Error('row')
    if (what.startsWith('a damaged')) await putRaw(name, 'meta', flipped(row, 50))
    else await deleteRaw(name, 'meta', row.key)

    const { session } = await computer.open()
    expect(session.state.get()).toBe('damaged')
    expect(session.problem.get()).toEqual({ code })
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
    expect(await session.unlockWithPassphrase(passphrase)).toEqual({ ok: false, error: { code: 'no-vault' } })
    expect(await rawRows(name, 'heads')).toHaveLength(3)
  })

  it('does not open with a header from before the passphrase changed', async () => {
    const { computer, page, name } = await aLockedVault()
    const old = (await rawRows(name, 'meta')).find(({ key }) => key === 'header')
    await page.session.unlockWithPassphrase(passphrase)
    await page.session.setPassphrase({ next: 'another passphrase', current: passphrase })
    if (old) await putRaw(name, 'meta', old)
    computer.durable.lose()
    await page.session.lock()
    expect(await page.session.unlockWithPassphrase(passphrase)).toEqual({
      ok: false,
      error: { code: 'damaged-header' },
    })
  })

  it('is damaged, not new, when the database exists and is empty', async () => {
    const computer = aComputer()
    await makeDatabase(computer.databaseName, 10)
    const { session } = await computer.open()
    expect(session.problem.get()).toEqual({ code: 'header-missing' })
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })

  it('is lost, not new, when the whole database vanished', async () => {
    const { computer, name } = await aLockedVault()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve
    })
    const { session } = await computer.open()
    expect(session.problem.get()).toEqual({ code: 'vault-lost' })
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })

  it('is refused when a later version wrote one of its records', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    const counts = { heads: 2, bodies: 2, headPacks: 0, bodyPacks: 0, keys: 0, audit: 0 }
    const state = { ...counts, sequence: 3, lastOrder: 2, lastPack: 0 }
    const later = {
      id: 'later',
      kind: 'session',
      caseId: null,
      order: 2,
      bodyRev: 1,
      bodyOwn: true,
      bodyPack: null,
    }
    const sealed = await page.session.opened?.workers.call('sealCommit', {
      put: [
        {
          table: 'heads',
          key: 'later',
          rev: 1,
          schema: 999,
          plain: encodeHeadContent({ ...later, head: {} }),
        },
      ],
      expect: [],
      remove: [],
      state,
    })
    const [row] = sealed?.rows ?? []
    if (row)
      await putRaw(computer.databaseName, 'heads', {
        key: row.name as Uint8Array<ArrayBuffer>,
        value: row.row,
      })
    await page.session.lock()

    expect(await page.session.unlockWithPassphrase(passphrase)).toEqual({
      ok: false,
      error: { code: 'newer-vault' },
    })
    expect(page.session.state.get()).toBe('locked')
    expect(page.session.opened).toBeUndefined()
  })

  it('is refused when a later version shaped the database', async () => {
    const computer = aComputer()
    await makeDatabase(computer.databaseName, 30)
    const { session } = await computer.open()
    expect(session.state.get()).toBe('damaged')
    expect(session.problem.get()).toEqual({ code: 'newer-vault' })
  })
})
