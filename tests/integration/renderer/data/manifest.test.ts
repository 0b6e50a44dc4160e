import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { created } from '#shared/commands/command.ts'
import { invariant } from '#shared/domain/result.ts'
import {
  readText,
  removeText,
  retitle,
  writeManyTexts,
  writeText,
} from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawTable } from '#tests/support/vault/raw-rows.ts'
import type { TestPage } from '#tests/support/vault/test-session.ts'

const opened = (page: TestPage) => {
  invariant(page.session.opened, 'the vault is open')
  return page.session.opened
}
const checkNow = (page: TestPage) => opened(page).workers.call('checkManifest', {})
const asWritten = { heads: true, bodies: true, bodyNames: true }

async function reopened(page: TestPage): Promise<TestPage> {
  await page.session.lock()
  expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
  return page
}

async function aVaultWithTexts() {
  const { computer, page } = await anUnlockedVault()
  for (const id of ['a', 'b', 'c']) await page.execute(writeText, { id, title: id, text: `text ${id}` })
  return { computer, page, name: computer.databaseName }
}

describe('the manifest', () => {
  it('fits after commits of every kind, and after opening again', async () => {
    const { page } = await aVaultWithTexts()
    const many = Array.from({ length: 70 }, (_, index) => ({ id: `m${index}`, title: 'm', text: 'm' }))
    await page.execute(writeManyTexts, many)
    await page.execute(removeText, { id: 'm7' })
    await page.execute(retitle, { id: 'a', title: 'A' })
    await page.execute(writeText, { id: 'b', title: 'B', text: 'changed' })
    expect(await checkNow(page)).toEqual(asWritten)
    await opened(page).store.fold(1)
    expect(await checkNow(page)).toEqual(asWritten)

    await reopened(page)
    expect(page.session.damage.get()).toEqual([])
    expect(await checkNow(page)).toEqual({ heads: true, bodies: undefined, bodyNames: true })
  })

  it('fits when bodies are replaced that nobody has read since unlocking', async () => {
    const { page } = await aVaultWithTexts()
    await reopened(page)
    await page.execute(writeText, { id: 'b', title: 'B', text: 'changed' })
    await page.execute(removeText, { id: 'c' })
    await opened(page).workers.call('noteRows', await everyBody(page))
    expect(await checkNow(page)).toEqual(asWritten)
  })

  it('is not moved by a commit that was not written', async () => {
    const { page } = await aVaultWithTexts()
    const { store } = opened(page)
    const conflicting = created('attachment', 'x', 'case-1', {} as never, {} as never)
    const [row] = await rawRows(opened(page).database.name, 'heads')
    invariant(row, 'there are rows')
    // Three records are three rows; a fourth makes the disk differ from what the commit expects.
    await putRaw(opened(page).database.name, 'heads', { key: new Uint8Array([1]), value: row.value })
    const many = Array.from({ length: 70 }, (_, index) => ({ ...conflicting, id: `x${index}` }))
    expect(await store.commit(many)).toMatchObject({ error: { code: 'changed-elsewhere' } })
    expect(await checkNow(page)).toEqual(asWritten)
    expect((await page.execute(writeText, { id: 'd', title: 'D', text: 'd' })).ok).toBe(true)
    expect(await checkNow(page)).toEqual(asWritten)
  })

  it.each<RawTable>(['heads', 'bodies'])(
    'finds a genuine older row that was put back in %s',
    async (table) => {
      const { computer, page, name } = await aVaultWithTexts()
      const old = await rawRows(name, table)
      await page.execute(writeText, { id: 'a', title: 'A2', text: 'newer' })
      computer.durable.lose()
      await page.session.lock()
      for (const row of old) await putRaw(name, table, row)
      await page.session.unlockWithPassphrase(passphrase)
      if (table === 'heads') {
        expect(page.session.damage.get()).toEqual([{ code: 'other-records' }])
        return
      }
      await opened(page).workers.call('noteRows', await everyBody(page))
      expect(await checkNow(page)).toEqual({ heads: true, bodies: false, bodyNames: true })
    },
  )

  it('finds a whole table of heads that was put back, where each row is genuine', async () => {
    const { computer, page, name } = await aVaultWithTexts()
    const old = await rawRows(name, 'heads')
    for (const id of ['a', 'b', 'c']) await page.execute(retitle, { id, title: `new ${id}` })
    computer.durable.lose()
    await page.session.lock()
    for (const row of old) await putRaw(name, 'heads', row)
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([{ code: 'other-records' }])
    expect(await page.execute(readText, { id: 'a' })).toEqual({ ok: true, value: 'text a' })
  })
})

async function everyBody(page: TestPage) {
  const { database } = opened(page)
  const rows = await rawRows(database.name, 'bodies')
  const { rowMark } = await import('#shared/vault/manifest.ts')
  return {
    table: 'bodies' as const,
    names: rows.map(({ key }) => new Uint8Array(key as ArrayBuffer)),
    marks: rows.map(({ value }) => rowMark(value)),
  }
}
