import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { invariant } from '#shared/domain/result.ts'
import { readText, removeText, writeManyTexts, writeText } from '#tests/support/vault/note-commands.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { deleteRaw, flipped, putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { RawTable } from '#tests/support/vault/raw-rows.ts'
import type { TestPage } from '#tests/support/vault/test-session.ts'

async function aVault() {
  const { computer, page } = await anUnlockedVault()
  for (const id of ['a', 'b', 'c']) await page.execute(writeText, { id, title: id, text: `text ${id}` })
  const many = Array.from({ length: 300 }, (_, index) => ({ id: `m${index}`, title: 'm', text: `m${index}` }))
  await page.execute(writeManyTexts, many)
  return { computer, page, name: computer.databaseName }
}

async function checkNow(page: TestPage) {
  await page.session.health.check()
  const health = page.session.health.now.get()
  invariant(health.state === 'checked', 'the check ended')
  const { lost, rows: _, ...report } = health.report
  return { ...report, lost: lost.map(({ id }) => id).toSorted() }
}

const well = {
  records: 303,
  repaired: 0,
  lost: [],
  lostRows: [],
  list: 'fits',
  copy: 'good',
  pictures: { read: 0, damaged: 0 },
}

const everyTable = ['heads', 'headPacks', 'bodies', 'bodyPacks', 'keys', 'audit'] as const

async function damageOne(name: string, table: RawTable) {
  const [row] = await rawRows(name, table)
  if (row) await putRaw(name, table, flipped(row, 200))
}

describe('the check behind an open vault', () => {
  it('runs when the person pauses, and says what it did and when', async () => {
    const { computer, page } = await aVault()
    const seen: string[] = []
    page.session.health.now.subscribe(() => seen.push(page.session.health.now.get().state))
    for (const work of computer.idleWork.splice(0)) work()
    await page.session.health.check()
    expect(new Set(seen)).toEqual(new Set(['checking', 'checked']))
    expect(await checkNow(page)).toEqual(well)
    const onDisk = await Promise.all(everyTable.map((table) => rawRows(computer.databaseName, table)))
    expect(page.session.health.now.get()).toMatchObject({ report: { rows: onDisk.flat().length } })
    expect(page.session.health.now.get()).toMatchObject({ at: '2026-11-21T14:02:00Z' })
  })

  it.each<RawTable>(everyTable)('puts an altered row of %s back from the second copy', async (table) => {
    const { page, name } = await aVault()
    const before = await rawRows(name, table)
    await damageOne(name, table)
    expect(await checkNow(page)).toEqual({ ...well, repaired: 1 })
    expect(await rawRows(name, table)).toEqual(before)
    expect(await checkNow(page)).toEqual(well)
  })

  it.each<RawTable>(everyTable)('puts a missing row of %s back', async (table) => {
    const { page, name } = await aVault()
    const before = await rawRows(name, table)
    await deleteRaw(name, table, before[0]?.key ?? '')
    expect(await checkNow(page)).toEqual({ ...well, repaired: 1 })
    expect(await rawRows(name, table)).toEqual(before)
  })

  it('replaces a genuine older head by the newest', async () => {
    const { page, name } = await aVault()
    const old = await rawRows(name, 'heads')
    for (const id of ['a', 'b', 'c']) await page.execute(writeText, { id, title: `new ${id}`, text: id })
    const now = await rawRows(name, 'heads')
    for (const row of old) await putRaw(name, 'heads', row)
    const before = await checkNow(page)
    expect(before).toMatchObject({ repaired: 3, list: 'fits', lostRows: [] })
    expect(await rawRows(name, 'heads')).toEqual(now)
  })

  it.each<RawTable>(['heads', 'headPacks', 'keys', 'audit'])(
    'counts a row of %s that neither copy has, and goes on counting it',
    async (table) => {
      const { computer, page, name } = await aVault()
      await damageOne(name, table)
      computer.durable.refuse.set('durable.find', 'not-readable')
      const lostRows = [{ table, count: 1 }]
      expect(await checkNow(page)).toMatchObject({ repaired: 0, lostRows })
      expect(await checkNow(page)).toMatchObject({ repaired: 0, lostRows })
    },
  )

  it('follows what is written and removed while it is at work', async () => {
    const { computer, page } = await aVault()
    let writing = 0
    const at = { ...page.session.ports.clock }
    Object.assign(page.session.ports.clock, {
      breathe: async () => {
        writing += 1
        if (writing < 6) await page.execute(writeText, { id: `w${writing}`, title: 'w', text: 'w' })
        if (writing === 6) await page.execute(removeText, { id: 'a' })
      },
    })
    const report = await checkNow(page)
    Object.assign(page.session.ports.clock, at)
    expect(writing).toBeGreaterThan(5)
    expect(report).toMatchObject({ repaired: 0, lost: [], lostRows: [], list: 'fits' })
    expect(computer.durable.calls).toContain('durable.check')
  })

  it('replaces a genuine older body by the newest', async () => {
    const { page, name } = await aVault()
    const [old] = await rawRows(name, 'bodies')
    for (const id of ['a', 'b', 'c']) await page.execute(writeText, { id, title: id, text: `new ${id}` })
    if (old) await putRaw(name, 'bodies', old)
    expect(await checkNow(page)).toEqual({ ...well, repaired: 1 })
    const texts = await Promise.all(['a', 'b', 'c'].map((id) => page.execute(readText, { id })))
    expect(texts.map((answer) => answer.ok && answer.value)).toEqual(['new a', 'new b', 'new c'])
  })

  it('names the records that neither copy has, and goes on naming them', async () => {
    const { computer, page, name } = await aVault()
    await damageOne(name, 'bodies')
    computer.durable.lose()
    const first = await checkNow(page)
    expect(first).toMatchObject({ repaired: 0, copy: 'rebuilt', list: 'fits' })
    expect(first.lost).toHaveLength(1)
    expect((await checkNow(page)).lost).toEqual(first.lost)
  })

  it('does not believe a kept row that is not the right one', async () => {
    const { computer, page, name } = await aVault()
    const [frame] = computer.durable.frames
    invariant(frame, 'there is a frame')
    computer.durable.frames = computer.durable.frames.map((each) => ({
      ...each,
      rows: each.rows.map((row) =>
        row.table === 'bodies'
          ? { ...row, value: flipped({ key: '', value: row.value ?? new Uint8Array() }, 150).value }
          : row,
      ),
    }))
    await damageOne(name, 'bodies')
    const report = await checkNow(page)
    expect(report).toMatchObject({ repaired: 0 })
    expect(report.lost).toHaveLength(1)
  })

  it('takes a row that nobody knows into its list when every record is whole', async () => {
    const { page, name } = await aVault()
    const [row] = await rawRows(name, 'bodies')
    if (row) await putRaw(name, 'bodies', { key: new Uint8Array(16), value: row.value })
    expect(await checkNow(page)).toEqual({ ...well, list: 'renewed' })
    expect(await checkNow(page)).toEqual(well)
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(page.session.restored.get()).toBeUndefined()
  })

  it('makes the second copy anew when it ends with another commit', async () => {
    const { computer, page } = await aVault()
    computer.durable.frames.pop()
    expect(await checkNow(page)).toEqual({ ...well, copy: 'rebuilt' })
    computer.durable.refuse.set('durable.rebuild', 'not-writable').set('durable.find', 'not-readable')
    expect(await checkNow(page)).toEqual({ ...well, copy: 'unavailable' })
  })

  it('stops when the vault is locked', async () => {
    const { page } = await aVault()
    const checking = page.session.health.check()
    await page.session.lock()
    await checking
    expect(page.session.health.now.get()).toEqual({ state: 'waiting' })
  })
})

describe('a body that does not open', () => {
  it('is put back from the second copy at its first reading', async () => {
    const { page, name } = await aVault()
    await damageOne(name, 'bodies')
    await damageOne(name, 'bodyPacks')
    const ids = ['a', 'b', 'c', 'm0', 'm299']
    const answers = await Promise.all(ids.map((id) => page.execute(readText, { id })))
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([
      'text a',
      'text b',
      'text c',
      'm0',
      'm299',
    ])
  })
})
