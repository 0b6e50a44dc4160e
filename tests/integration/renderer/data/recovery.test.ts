import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { invariant } from '#shared/domain/result.ts'
import type { VaultWitness } from '#renderer/data/session/session-ports.ts'
import type { HeaderCopy } from '#shared/contract/vault-files.ts'
import { createMemoryDurable } from '#tests/support/vault/memory-durable.ts'
import { readText, removeText, writeManyTexts, writeText } from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { deleteRaw, flipped, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawRow, RawTable } from '#tests/support/vault/raw-rows.ts'
import type { TestComputer, TestPage } from '#tests/support/vault/test-session.ts'

const texts = ['a', 'b', 'c', 'd']

const forgetful: VaultWitness = {
  knowsOfVault: () => false,
  remember: () => undefined,
}

async function aLockedVault() {
  const { computer, page, kit } = await anUnlockedVault()
  for (const id of texts) await page.execute(writeText, { id, title: id, text: `text ${id}` })
  const many = Array.from({ length: 80 }, (_, index) => ({ id: `m${index}`, title: 'm', text: `m${index}` }))
  await page.execute(writeManyTexts, many)
  await page.execute(removeText, { id: 'd' })
  await page.execute(writeText, { id: 'a', title: 'a', text: 'changed a' })
  await page.session.lock()
  return { computer, kit, name: computer.databaseName }
}

/** 80 at once, three of the four, and the practice itself is not made here. */
const recordCount = 83

async function everything(page: TestPage): Promise<readonly string[]> {
  const ids = page.session.model
    .get()
    .list('attachment')
    .map(({ id }) => id)
  const answers = await Promise.all(ids.map((id) => page.execute(readText, { id })))
  return answers.map((answer) => (answer.ok ? answer.value : answer.error.code)).toSorted()
}

const expected = [
  'changed a',
  'text b',
  'text c',
  ...Array.from({ length: 80 }, (_, index) => `m${index}`),
].toSorted()

const deleteDatabase = (name: string) =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })

const header = (computer: TestComputer): HeaderCopy => {
  invariant(computer.durable.header, 'the folder has a header')
  return computer.durable.header
}

async function emptyTable(name: string, table: RawTable, except = (_row: RawRow, _index: number) => false) {
  const rows = await rawRows(name, table)
  await Promise.all(
    rows.filter((row, index) => !except(row, index)).map(({ key }) => deleteRaw(name, table, key)),
  )
}

type Harm = readonly [what: string, reason: string, harm: (name: string) => Promise<unknown>]

const seenAtStart: readonly Harm[] = [
  ['the whole database vanished', 'store-missing', deleteDatabase],
  [
    'every row is gone',
    'store-empty',
    async (name) => {
      for (const table of ['heads', 'bodies', 'headPacks', 'bodyPacks', 'meta'] as const)
        await emptyTable(name, table)
    },
  ],
  ['the state is gone', 'store-damaged', (name) => deleteRaw(name, 'meta', 'state')],
]

const seenAtUnlock: readonly Harm[] = [
  [
    'half of the heads are gone',
    'records-differ',
    (name) => emptyTable(name, 'heads', (_row, index) => index > 1),
  ],
  ['a pack of bodies is gone', 'records-differ', (name) => emptyTable(name, 'bodyPacks')],
  [
    'a head was altered',
    'records-differ',
    async (name) => {
      const [row] = await rawRows(name, 'heads')
      if (row) await putRaw(name, 'heads', flipped(row, 100))
    },
  ],
  [
    'the state was altered',
    'records-differ',
    async (name) => {
      const state = (await rawRows(name, 'meta')).find(({ key }) => key === 'state')
      if (state) await putRaw(name, 'meta', flipped(state, 100))
    },
  ],
]

describe('a vault whose store was harmed', () => {
  it.each([...seenAtStart, ...seenAtUnlock])('is put back whole: %s', async (_what, reason, harm) => {
    const { computer, name } = await aLockedVault()
    await harm(name)
    const page = await computer.open()
    expect(page.session.state.get()).toBe('locked')
    expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)

    expect(page.session.restored.get()).toEqual({ reason, records: recordCount, isWhole: true })
    expect(page.session.damage.get()).toEqual([])
    expect(await everything(page)).toEqual(expected)
    expect(header(computer).databaseName).toBe(
      `${name.replace(/\d+$/u, '')}${Number(name.split('-')[1]) + 1}`,
    )
  })

  it.each(seenAtStart)('says so before it asks for the passphrase: %s', async (_what, reason, harm) => {
    const { computer, name } = await aLockedVault()
    await harm(name)
    const { session } = await computer.open()
    expect(session.recovery.get()).toBe(reason)
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })

  it('goes on being the vault after the next start, with both copies', async () => {
    const { computer, name } = await aLockedVault()
    await deleteDatabase(name)
    const first = await computer.open()
    await first.session.unlockWithPassphrase(passphrase)
    await first.execute(writeText, { id: 'new', title: 'new', text: 'after' })
    await first.session.lock()
    const second = await computer.open()
    expect(second.session.recovery.get()).toBeUndefined()
    await second.session.unlockWithPassphrase(passphrase)
    expect(second.session.restored.get()).toBeUndefined()
    expect(await everything(second)).toEqual([...expected, 'after'].toSorted())
    await second.session.lock()
    await deleteDatabase(header(computer).databaseName)
    const third = await computer.open()
    await third.session.unlockWithPassphrase(passphrase)
    expect(await everything(third)).toEqual([...expected, 'after'].toSorted())
  })

  it('is found under its newest name where the data folder forgot it', async () => {
    const { computer, name } = await aLockedVault()
    await deleteDatabase(name)
    const first = await computer.open()
    await first.session.unlockWithPassphrase(passphrase)
    await first.session.lock()
    computer.durable.lose()
    const second = await computer.open()
    await second.session.unlockWithPassphrase(passphrase)
    expect(await everything(second)).toEqual(expected)
    expect(header(computer).databaseName).not.toBe(name)
  })

  it('is opened from the second copy once the browser could not read its rows', async () => {
    const { computer, name } = await aLockedVault()
    const page = await computer.open()
    await page.session.unlockWithPassphrase(passphrase)
    const { opened } = page.session
    invariant(opened, 'the vault is open')
    opened.database.close()
    await page.session.health.check()
    expect(page.session.health.now.get()).toMatchObject({ state: 'failed' })
    await page.session.lock()
    expect(page.session.recovery.get()).toBe('store-damaged')
    await page.session.unlockWithPassphrase(passphrase)
    expect(await everything(page)).toEqual(expected)
    expect(header(computer).databaseName).not.toBe(name)
  })

  it('opens from the second copy with the recovery key too', async () => {
    const { computer, kit, name } = await aLockedVault()
    await deleteDatabase(name)
    const { session } = await computer.open()
    expect((await session.unlockWithRecoveryKey(kit.recoveryKey)).ok).toBe(true)
    expect(session.restored.get()).toMatchObject({ records: recordCount })
  })

  it('keeps what is left of the old store', async () => {
    const { computer, name } = await aLockedVault()
    await emptyTable(name, 'heads')
    const bodies = await rawRows(name, 'bodies')
    const { session } = await computer.open()
    await session.unlockWithPassphrase(passphrase)
    expect(await rawRows(name, 'bodies')).toEqual(bodies)
  })

  it('tells how far it has come', async () => {
    const { computer, name } = await aLockedVault()
    await deleteDatabase(name)
    const { session } = await computer.open()
    const seen: string[] = []
    session.opening.subscribe(() => {
      const progress = session.opening.get()
      if (progress) seen.push(`${progress.step} ${progress.done === progress.total ? 'all' : 'some'}`)
    })
    await session.unlockWithPassphrase(passphrase)
    expect(seen[0]).toBe('restoring some')
    expect(seen).toContain('restoring all')
    expect(session.opening.get()).toBeUndefined()
  })
})

describe('a store that is older than its second copy', () => {
  it('takes the one commit that it lacks', async () => {
    const { computer, name } = await aLockedVault()
    const before = await Promise.all(
      (['heads', 'bodies', 'meta', 'audit'] as const).map(
        async (table) => [table, await rawRows(name, table)] as const,
      ),
    )
    const page = await computer.open()
    await page.session.unlockWithPassphrase(passphrase)
    await page.execute(writeText, { id: 'a', title: 'a', text: 'the copy has it' })
    await page.session.lock()
    for (const [table, rows] of before) {
      await emptyTable(name, table)
      for (const row of rows) await putRaw(name, table, row)
    }
    const next = await computer.open()
    await next.session.unlockWithPassphrase(passphrase)
    expect(next.session.restored.get()).toBeUndefined()
    expect(next.session.opened?.copy).toBe('good')
    expect(await next.execute(readText, { id: 'a' })).toEqual({ ok: true, value: 'the copy has it' })
    expect(header(computer).databaseName).toBe(name)
  })
})

describe('a second copy', () => {
  it.each([
    ['is gone', (computer: TestComputer) => computer.durable.lose()],
    ['is behind', (computer: TestComputer) => void computer.durable.frames.pop()],
    ['is damaged', (computer: TestComputer) => void (computer.durable.lastGood = 2)],
  ])('that %s is made anew from the store', async (_what, harm) => {
    const { computer, name } = await aLockedVault()
    harm(computer)
    const page = await computer.open()
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.opened?.copy).toBe('rebuilt')
    await page.execute(writeText, { id: 'a', title: 'a', text: 'changed a' })
    await page.session.lock()
    await deleteDatabase(name)
    const restored = await computer.open()
    await restored.session.unlockWithPassphrase(passphrase)
    expect(await everything(restored)).toEqual(expected)
  })

  it('of another vault is never mixed with the store', async () => {
    const { computer, name } = await aLockedVault()
    const other = await aLockedVault()
    Object.assign(computer.durable, { header: { ...header(other.computer), databaseName: name } })
    computer.durable.frames = other.computer.durable.frames
    const heads = await rawRows(name, 'heads')
    const { session } = await computer.open()
    expect(session.recovery.get()).toBe('other-vault')
    await session.unlockWithPassphrase(passphrase)
    expect(session.restored.get()).toMatchObject({ reason: 'other-vault', records: recordCount })
    expect(await rawRows(name, 'heads')).toEqual(heads)
  })

  it('written by a newer program keeps the vault closed, and the store is not even opened', async () => {
    const { computer, name } = await aLockedVault()
    computer.durable.guard = 'newer-program'
    await deleteDatabase(name)
    const { session } = await computer.open()
    expect(session.problem.get()).toEqual({ code: 'newer-vault' })
    computer.durable.guard = 'newer-engine'
    expect((await computer.open()).session.problem.get()).toEqual({ code: 'newer-engine' })
  })
})

describe('when store and second copy are both gone', () => {
  it('never begins a new vault', async () => {
    const { computer, name } = await aLockedVault()
    await deleteDatabase(name)
    computer.durable.frames = []
    const { session } = await computer.open()
    expect(session.problem.get()).toEqual({ code: 'vault-lost' })
    expect(await session.createVault({ passphrase })).toEqual({ ok: false, error: { code: 'vault-exists' } })
  })

  it('does not take an unreadable folder for a first start', async () => {
    const durable = createMemoryDurable()
    durable.refuse.set('durable.look', 'not-readable')
    const { computer } = await anUnlockedVault()
    await deleteDatabase(computer.databaseName)
    const { session } = await computer.open({
      durable: durable.call,
      witness: forgetful,
    })
    expect(session.problem.get()).toEqual({ code: 'folder-unreadable' })
  })
})

describe('a commit', () => {
  it.each([
    ['disk-full', 'disk-full'],
    ['not-writable', 'copy-unavailable'],
    ['unavailable', 'copy-unavailable'],
  ])(
    'that the second copy does not take (%s) is not saved, and is saved when it does',
    async (code, reason) => {
      const { computer, page } = await anUnlockedVault()
      computer.durable.refuse.set('durable.append', code)
      const answer = await page.execute(writeText, { id: 'a', title: 'a', text: 'a' })
      expect(answer).toEqual({ ok: false, error: { code: 'not-saved', reason } })
      expect(page.saving.get()).toEqual({ state: 'not-saved', reason })
      expect(await rawRows(computer.databaseName, 'heads')).toHaveLength(0)
      computer.durable.refuse.clear()
      expect((await page.execute(writeText, { id: 'a', title: 'a', text: 'a' })).ok).toBe(true)
      expect(page.saving.get()).toMatchObject({ state: 'saved' })
    },
  )

  it('that the store refused after the copy had it is replaced there by the next one', async () => {
    const { computer, page } = await anUnlockedVault()
    const { opened } = page.session
    invariant(opened, 'the vault is open')
    opened.database.close()
    expect(await page.execute(writeText, { id: 'lost', title: 'l', text: 'l' })).toMatchObject({
      error: { reason: 'store-unavailable' },
    })
    const refused = computer.durable.frames.at(-1)?.seq
    await opened.database.open()
    await page.execute(writeText, { id: 'a', title: 'a', text: 'a' })
    expect(computer.durable.frames.map(({ seq }) => seq)).toEqual([1, refused])
    await page.session.lock()
    await deleteDatabase(computer.databaseName)
    const next = await computer.open()
    await next.session.unlockWithPassphrase(passphrase)
    expect(await everything(next)).toEqual(['a'])
  })

  it('travels to the copy in parts of about a mebibyte', async () => {
    const { computer, page } = await anUnlockedVault()
    const text = 'x'.repeat(1000)
    await page.execute(
      writeManyTexts,
      Array.from({ length: 4000 }, (_, index) => ({ id: `m${index}`, title: 'm', text })),
    )
    expect(computer.durable.calls.filter((call) => call === 'durable.append').length).toBeGreaterThan(3)
    expect(computer.durable.frames).toHaveLength(2)
  })
})
