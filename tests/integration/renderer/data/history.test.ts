import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { entriesPerPack } from '#shared/vault/audit.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { checkpointFromText } from '#shared/vault/checkpoint.ts'
import type { SignedCheckpoint } from '#shared/vault/checkpoint.ts'
import { keepTrail } from '#renderer/data/audit/keep-trail.ts'
import { noteInTrail } from '#renderer/data/audit/note-act.ts'
import { auditCheckpoint, readHistory, verifyHistory } from '#renderer/data/audit/read-history.ts'
import type { OpenVault } from '#renderer/data/session/open-vault.ts'
import { removeText, retitle, writeManyTexts, writeText } from '#tests/support/vault/note-commands.ts'
import { rawRows, putRaw, deleteRaw } from '#tests/support/vault/raw-rows.ts'
import type { TestPage } from '#tests/support/vault/test-session.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

const opened = ({ session }: TestPage): OpenVault => {
  if (!session.opened) throw new Error('not open')
  return session.opened
}
const text = (id: string) => ({ id, title: `Title ${id}`, text: `Text ${id}` })
const many = (count: number) => Array.from({ length: count }, (_, index) => text(`many-${String(index)}`))

describe('the history', () => {
  it('tells of each commit what was done to which record, and holds', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    await page.execute(retitle, { id: 'a', title: 'Another' })
    await page.execute(removeText, { id: 'a' })
    const { entries, older } = await readHistory(opened(page))
    expect(older).toBeUndefined()
    expect(entries.map(({ action, objects }) => [action, objects[0]?.before, objects[0]?.after])).toEqual([
      ['test.remove-text', 2, 0],
      ['test.retitle', 1, 2],
      ['test.write-text', 0, 1],
    ])
    expect(entries[1]?.objects[0]).toMatchObject({ id: 'a', kind: 'attachment', caseId: 'case-1' })
    expect(entries[1]?.objects[0]?.commit).toHaveLength(32)
    expect(await verifyHistory(opened(page))).toEqual({ ok: true, value: { seq: 3, signed: 0 } })
  })

  it('goes on after a lock, and says so at both ends', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    const before = await auditCheckpoint(opened(page))
    await page.session.lock()
    const again = await computer.open()
    keepTrail(again.session, async () => ({ count: 3, last: '2026-11-21T13:59:00Z' }))
    await again.session.unlockWithPassphrase(passphrase)
    await expect.poll(async () => (await auditCheckpoint(opened(again))).seq).toBe(3)
    const { entries } = await readHistory(opened(again))
    expect(entries.map(({ action, count }) => [action, count])).toEqual([
      ['vault.unlocked', 1],
      ['vault.wrongPassphrase', 3],
      ['test.write-text', 1],
    ])
    expect(before.seq).toBe(1)
    expect(Buffer.from(entries[1]?.prev ?? []).toString('hex')).toBe(before.head)
    expect((await verifyHistory(opened(again))).ok).toBe(true)
  })

  it('takes one row for very many records, and names none of them', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeManyTexts, many(500))
    const { entries } = await readHistory(opened(page))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ action: 'test.write-many-texts', objects: [], count: 500 })
    expect(entries[0]?.digest).toHaveLength(32)
    expect(await rawRows(computer.databaseName, 'audit')).toHaveLength(1)
  })

  it('says nothing of a commit that was refused', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    const stale = { op: 'put', id: 'a', kind: 'attachment', caseId: null, baseRev: 7, head: {} } as never
    const at = '2026-11-21T14:02:00Z'
    expect((await opened(page).store.commit([stale], { action: 'stale', at })).ok).toBe(false)
    await page.execute(writeText, text('b'))
    expect(await verifyHistory(opened(page))).toEqual({ ok: true, value: { seq: 2, signed: 0 } })
  })

  it('is folded into packs when the person pauses, and read a part at a time', async () => {
    const { computer, page } = await anUnlockedVault()
    const acts = entriesPerPack + 20
    for (let index = 0; index < acts; index += 1) await noteInTrail(page.session, 'backup.made')
    expect(await opened(page).store.fold()).toBe(true)
    expect(await opened(page).store.fold()).toBe(false)
    expect(await rawRows(computer.databaseName, 'audit')).toHaveLength(21)
    const first = await readHistory(opened(page))
    const seqs = [...first.entries]
    for (let next = first.older; next;) {
      const page = await next()
      seqs.push(...page.entries)
      next = page.older
    }
    expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: acts }, (_, index) => acts - index))
    expect(await verifyHistory(opened(page))).toEqual({ ok: true, value: { seq: acts, signed: 1 } })
  })

  it('shows what concerns one record or one case alone', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    await page.execute(writeText, text('b'))
    await noteInTrail(page.session, 'backup.made')
    const actions = async (filter: object) => (await readHistory(opened(page), filter)).entries.length
    expect(await actions({ id: 'b' })).toBe(1)
    expect(await actions({ caseId: 'case-1' })).toBe(2)
    expect(await actions({ caseId: 'case-2' })).toBe(0)
  })

  it('names the first entry that somebody took away or put back', async () => {
    const { computer, page } = await anUnlockedVault()
    for (const id of ['a', 'b', 'c']) await page.execute(writeText, text(id))
    const [row] = await rawRows(computer.databaseName, 'audit')
    if (!row) throw new Error('three rows')
    await deleteRaw(computer.databaseName, 'audit', row.key)
    const gone = await verifyHistory(opened(page))
    expect(gone).toMatchObject({ ok: false, error: { reason: 'missing' } })
    await putRaw(computer.databaseName, 'audit', row)
    expect((await verifyHistory(opened(page))).ok).toBe(true)
  })

  it('is signed where it may have to be shown, on this computer and by its key alone', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    await noteInTrail(page.session, 'backup.begun')
    await noteInTrail(page.session, 'backup.made')
    await noteInTrail(page.session, 'vault.locked')
    expect(await verifyHistory(opened(page))).toEqual({ ok: true, value: { seq: 4, signed: 2 } })
    const signers = async (of: TestPage) =>
      (await readHistory(opened(of))).entries.flatMap(({ signer }) => (signer ? [bytesToHex(signer)] : []))
    const [first] = await signers(page)
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    await noteInTrail(page.session, 'vault.locked')
    expect(new Set(await signers(page))).toEqual(new Set([first]))
    await page.session.lock()
    await deleteRaw(computer.databaseName, 'meta', 'device')
    await page.session.unlockWithPassphrase(passphrase)
    await noteInTrail(page.session, 'vault.locked')
    expect(new Set(await signers(page)).size).toBe(2)
    expect(await verifyHistory(opened(page))).toEqual({ ok: true, value: { seq: 6, signed: 4 } })
  })

  it('keeps the key that signs out of the second copy, and readable to nobody', async () => {
    const { computer, page } = await anUnlockedVault()
    await noteInTrail(page.session, 'vault.locked')
    const row = (await rawRows(computer.databaseName, 'meta')).find(({ key }) => key === 'device')
    expect(row?.value.length).toBeGreaterThan(300)
    const copied = JSON.stringify(
      computer.durable.frames.flatMap(({ rows }) => rows.map(({ name }) => [...name])),
    )
    expect(copied).not.toContain(JSON.stringify([...Buffer.from('device')]))
  })

  it('is compared with a line that was kept elsewhere', async () => {
    const { page } = await anUnlockedVault()
    expect((await auditCheckpoint(opened(page))).text).toBeUndefined()
    await page.execute(writeText, text('a'))
    const kept = await auditCheckpoint(opened(page))
    const line = checkpointFromText(kept.text ?? '')
    if (!line) throw new Error('a line')
    await page.execute(writeText, text('b'))
    const compared = async (witness: SignedCheckpoint) => {
      const verified = await verifyHistory(opened(page), undefined, witness)
      return verified.ok ? verified.value.witness : verified.error
    }
    expect(await compared(line)).toBe('same')
    expect(await compared({ ...line, mac: new Uint8Array(32) })).toBe('not-of-this-vault')
    const other = await anUnlockedVault()
    await other.page.execute(writeText, text('a'))
    const foreign = checkpointFromText((await auditCheckpoint(opened(other.page))).text ?? '')
    expect(foreign && (await compared(foreign))).toBe('not-of-this-vault')
  })

  it('differs from a line of another past, and ends before one of a later time', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, text('a'))
    const frames = structuredClone(computer.durable.frames)
    await page.execute(writeText, text('b'))
    await page.execute(writeText, text('c'))
    const later = checkpointFromText((await auditCheckpoint(opened(page))).text ?? '')
    await page.session.lock()
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(computer.databaseName).onsuccess = () => resolve()
    })
    computer.durable.frames = frames
    await page.session.start()
    await page.session.unlockWithPassphrase(passphrase)
    const compared = async () => {
      const verified = await verifyHistory(opened(page), undefined, later)
      return verified.ok && verified.value.witness
    }
    expect(await compared()).toBe('shorter')
    await page.execute(writeText, text('x'))
    await page.execute(writeText, text('y'))
    expect(await compared()).toBe('other')
  })

  it('holds no word of what was written', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'Zanzibar', text: 'Quillfeather' })
    const { entries } = await readHistory(opened(page))
    expect(JSON.stringify(entries)).not.toMatch(/Zanzibar|Quillfeather/u)
  })
})
