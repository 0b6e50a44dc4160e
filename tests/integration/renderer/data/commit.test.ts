import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { created } from '#shared/commands/command.ts'
import type { Change } from '#shared/records/record.ts'
import {
  readText,
  removeText,
  retitle,
  writeManyTexts,
  writeText,
} from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { deleteRaw, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'

const put = (id: string, baseRev: number, title: string): Change => {
  const change = created('attachment', id, 'case-1', { title } as never, { text: title } as never)
  return { ...change, baseRev }
}

describe('a commit', () => {
  it('writes all of its changes or none', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    const before = await rawRows(computer.databaseName, 'heads')
    const model = page.session.model.get()
    // On disk the record is one revision further than in memory, as if another program had written it.
    const row = before[0]
    if (!row) throw new Error('no row')
    const newer = row.value.slice()
    newer[7] = 9
    await putRaw(computer.databaseName, 'heads', { key: row.key, value: newer })

    const store = page.session.opened?.store
    const result = await store?.commit([put('b', 0, 'B'), put('a', 1, 'A2'), put('c', 0, 'C')])

    expect(result).toEqual({ ok: false, error: { code: 'changed-elsewhere', id: 'a' } })
    expect(await rawRows(computer.databaseName, 'heads')).toHaveLength(1)
    expect(await rawRows(computer.databaseName, 'bodies')).toHaveLength(1)
    expect(page.session.model.get()).toBe(model)
  })

  it('refuses a change that was made from an older revision', async () => {
    const { page } = await anUnlockedVault()
    const store = page.session.opened?.store
    await store?.commit([put('a', 0, 'first')])
    await store?.commit([put('a', 1, 'second')])

    expect(await store?.commit([put('a', 1, 'from the first')])).toMatchObject({
      error: { code: 'changed-elsewhere' },
    })
    expect(await store?.commit([put('a', 0, 'as if new')])).toMatchObject({
      error: { code: 'changed-elsewhere' },
    })
    expect(await store?.commit([{ op: 'delete', id: 'a', baseRev: 1 }])).toMatchObject({
      error: { code: 'changed-elsewhere' },
    })
    expect(await store?.commit([put('x', 0, 'one'), put('x', 0, 'two')])).toMatchObject({
      error: { code: 'changed-elsewhere' },
    })
    expect(page.session.model.get().get('a')).toMatchObject({ rev: 2, head: { title: 'second' } })
  })

  it('notices a record that vanished from the disk', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    const [row] = await rawRows(computer.databaseName, 'heads')
    if (row) await deleteRaw(computer.databaseName, 'heads', row.key)
    expect(await page.execute(retitle, { id: 'a', title: 'B' })).toEqual({
      ok: false,
      error: { code: 'changed-elsewhere', id: 'a' },
    })
  })

  it('runs one after another when many are asked for at once', async () => {
    const { page } = await anUnlockedVault()
    const results = await Promise.all(
      Array.from({ length: 25 }, (_, i) =>
        page.execute(writeText, { id: 'same', title: `T${i}`, text: `text ${i}` }),
      ),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(page.session.model.get().get('same')).toMatchObject({ rev: 25, head: { title: 'T24' } })
    expect(await page.execute(readText, { id: 'same' })).toEqual({ ok: true, value: 'text 24' })
  })

  it('leaves earlier pictures of the vault as they were', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'old', text: 'a' })
    const earlier = page.session.model.get()
    await page.execute(retitle, { id: 'a', title: 'new' })
    await page.execute(writeText, { id: 'b', title: 'B', text: 'b' })

    expect(earlier.get('a')).toMatchObject({ head: { title: 'old' } })
    expect(earlier.list('attachment')).toHaveLength(1)
    expect(
      page.session.model
        .get()
        .list('attachment')
        .map(({ id }) => id),
    ).toEqual(['a', 'b'])
  })

  it('keeps lists in the order of creation, across a lock', async () => {
    const { page } = await anUnlockedVault()
    const ids = ['z', 'm', 'a', 'q', 'b']
    await page.execute(
      writeManyTexts,
      ids.map((id) => ({ id, title: id, text: id })),
    )
    await page.execute(retitle, { id: 'z', title: 'changed last' })
    await page.execute(removeText, { id: 'q' })
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    await page.execute(writeText, { id: 'c', title: 'c', text: 'c' })
    const wanted = ['z', 'm', 'a', 'b', 'c']
    expect(
      page.session.model
        .get()
        .list('attachment', 'case-1')
        .map(({ id }) => id),
    ).toEqual(wanted)
    expect(page.session.model.get().list('attachment', 'case-2')).toEqual([])
  })

  it('says what is saved, and when', async () => {
    const { page } = await anUnlockedVault()
    const seen: string[] = []
    page.saving.subscribe(() => seen.push(page.saving.get().state))
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    expect(seen).toEqual(['saving', 'saved'])
    expect(page.saving.get()).toEqual({ state: 'saved', at: '2026-11-21T14:02:00Z' })
  })

  it('says not saved when the disk refuses, and changes nothing in memory', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    page.session.opened?.database.close()
    expect(await page.execute(retitle, { id: 'a', title: 'B' })).toEqual({
      ok: false,
      error: { code: 'not-saved', reason: 'store-unavailable' },
    })
    expect(page.saving.get()).toEqual({ state: 'not-saved', reason: 'store-unavailable' })
    expect(page.session.model.get().get('a')).toMatchObject({ rev: 1, head: { title: 'A' } })
  })

  it('refuses input of the wrong shape without naming a value', async () => {
    const { page } = await anUnlockedVault()
    // A screen with a bug: the compiler would not let it through.
    const result = await page.execute(writeText, { id: 5, title: 'A', text: 'secret' } as never)
    expect(result).toMatchObject({
      error: { code: 'bad-input', command: 'test.write-text', fields: [{ field: 'id' }] },
    })
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})
