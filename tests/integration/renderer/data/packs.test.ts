import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import {
  readText,
  removeText,
  retitle,
  writeManyTexts,
  writeText,
} from '#tests/support/vault/note-commands.ts'
import { deleteRaw, flipped, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawTable } from '#tests/support/vault/raw-rows.ts'
import type { TestComputer, TestPage } from '#tests/support/vault/test-session.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    id: `n${from + i}`,
    title: `title ${from + i}`,
    text: `text ${from + i}`,
  }))

async function rowCounts({ databaseName }: TestComputer) {
  const tables = ['heads', 'bodies', 'headPacks', 'bodyPacks'] as const
  const counts = await Promise.all(
    tables.map(async (table) => [table, (await rawRows(databaseName, table)).length]),
  )
  return Object.fromEntries(counts) as Record<(typeof tables)[number], number>
}

async function reopen(page: TestPage) {
  await page.session.lock()
  await page.session.unlockWithPassphrase(passphrase)
}

async function damageFirst({ databaseName }: TestComputer, table: RawTable) {
  const [row] = await rawRows(databaseName, table)
  if (row) await putRaw(databaseName, table, flipped(row, 200))
}

describe('packs', () => {
  it('take many new records at once, and give each of them back', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(300))
    expect(await rowCounts(computer)).toEqual({ heads: 0, bodies: 0, headPacks: 1, bodyPacks: 2 })
    await reopen(page)
    expect(page.session.model.get().list('attachment')).toHaveLength(300)
    expect(await page.execute(readText, { id: 'n299' })).toEqual({ ok: true, value: 'text 299' })
  })

  it('give way to newer rows of their records', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(100))
    await page.execute(retitle, { id: 'n7', title: 'renamed' })
    await page.execute(writeText, { id: 'n8', title: 'rewritten', text: 'new text' })
    expect(await rowCounts(computer)).toEqual({ heads: 2, bodies: 1, headPacks: 1, bodyPacks: 1 })
    await reopen(page)
    expect(page.session.model.get().get('n7')).toMatchObject({ rev: 2, head: { title: 'renamed' } })
    expect(await page.execute(readText, { id: 'n7' })).toEqual({ ok: true, value: 'text 7' })
    expect(await page.execute(readText, { id: 'n8' })).toEqual({ ok: true, value: 'new text' })
  })

  it('do not bring back a record that was deleted, changed before or not', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(100))
    await page.execute(retitle, { id: 'n7', title: 'renamed' })
    await page.execute(removeText, { id: 'n7' })
    await page.execute(removeText, { id: 'n8' })
    await reopen(page)
    expect(page.session.model.get().list('attachment')).toHaveLength(98)
    expect(page.session.damage.get()).toEqual([])
    expect(await rowCounts(computer)).toEqual({ heads: 0, bodies: 0, headPacks: 1, bodyPacks: 1 })
  })

  it('vanish with their last record', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(64))
    for (const { id } of texts(64)) await page.execute(removeText, { id })
    expect(await rowCounts(computer)).toEqual({ heads: 0, bodies: 0, headPacks: 0, bodyPacks: 0 })
    await reopen(page)
    expect(page.session.damage.get()).toEqual([])
  })

  it('are made of single rows while the person pauses, and nothing else changes', async () => {
    const { computer, page } = await anUnlockedVault()
    for (let from = 0; from < 540; from += 60) await page.execute(writeManyTexts, texts(60, from))
    expect(await rowCounts(computer)).toEqual({ heads: 540, bodies: 540, headPacks: 0, bodyPacks: 0 })
    const before = page.session.model
      .get()
      .list('attachment')
      .map(({ id, rev, head }) => ({ id, rev, head }))

    for (const work of computer.idleWork.splice(0)) work()
    await page.session.opened?.store.settled()

    expect(await rowCounts(computer)).toEqual({ heads: 0, bodies: 0, headPacks: 1, bodyPacks: 3 })
    const after = () =>
      page.session.model
        .get()
        .list('attachment')
        .map(({ id, rev, head }) => ({ id, rev, head }))
    expect(after()).toEqual(before)
    await reopen(page)
    expect(after()).toEqual(before)
    expect(await page.execute(readText, { id: 'n539' })).toEqual({ ok: true, value: 'text 539' })
  })

  it('keep a large body out, in a row of its own', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, [
      ...texts(70),
      { id: 'large', title: 'large', text: 'x'.repeat(100_000) },
    ])
    expect(await rowCounts(computer)).toMatchObject({ heads: 1, bodies: 1 })
    await page.session.opened?.store.fold(1)
    expect(await rowCounts(computer)).toMatchObject({ heads: 0, bodies: 1, headPacks: 2 })
    await reopen(page)
    const read = await page.execute(readText, { id: 'large' })
    expect(read.ok && read.value).toHaveLength(100_000)
  })

  it('can be read while they are being made', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(20))
    const { opened } = page.session
    if (!opened) throw new Error('locked')
    const entries = [...page.session.model.get().all()]
    const folding = opened.store.fold(1)
    const bodies = await Promise.all(entries.map((entry) => opened.bodies.read(entry)))
    await folding
    expect(bodies).toEqual(entries.map(({ id }) => ({ text: `text ${id.slice(1)}` })))
  })

  it('of heads, when damaged, are named and cost only their own records', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(2100))
    computer.durable.lose()
    await page.session.lock()
    await damageFirst(computer, 'headPacks')
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([
      { code: 'damaged-record', table: 'headPacks', name: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ])
    expect([52, 2048]).toContain(page.session.model.get().list('attachment').length)
  })

  it('of bodies, when damaged, are told for each record that is asked for', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(300))
    await damageFirst(computer, 'bodyPacks')
    computer.durable.lose()
    await reopen(page)
    const answers = await Promise.all(texts(300).map(({ id }) => page.execute(readText, { id })))
    const failed = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect([44, 256]).toContain(failed.length)
    expect(new Set(failed)).toEqual(new Set(['damaged-record']))
  })

  it.each(['headPacks', 'bodyPacks'] as const)('are missed when one is gone from %s', async (table) => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, texts(300))
    computer.durable.lose()
    await page.session.lock()
    const [row] = await rawRows(computer.databaseName, table)
    if (row) await deleteRaw(computer.databaseName, table, row.key)
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.damage.get()).toEqual([{ code: 'missing-records', table, count: 1 }])
  })

  it('are not written beside rows that somebody else added', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'A', text: 'a' })
    const [row] = await rawRows(computer.databaseName, 'heads')
    if (row) await putRaw(computer.databaseName, 'heads', { key: new Uint8Array(16), value: row.value })
    expect(await page.execute(writeManyTexts, texts(64))).toMatchObject({
      error: { code: 'changed-elsewhere' },
    })
    expect(await rowCounts(computer)).toMatchObject({ headPacks: 0, bodyPacks: 0 })
  })
})
