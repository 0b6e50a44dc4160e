import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { created } from '#shared/commands/command.ts'
import type { Change, RecordEntry } from '#shared/records/record.ts'
import type { VaultSession } from '#renderer/data/session/session.ts'
import { deleteRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

// The store does not look into heads and bodies.
const head = { title: 'A title' } as unknown as RecordEntry<'attachment'>['head']

function aRecord(id: string, caseId: string): Change {
  return created('attachment', id, caseId, head, { text: `body of ${id}` } as never)
}

async function commit(session: VaultSession, changes: readonly Change[]): Promise<void> {
  const committed = await session.opened?.store.commit(changes)
  if (committed?.ok !== true) throw new Error('not committed')
}

/** The texts of these records; a damaged one is answered as such. */
async function texts(session: VaultSession, ids: readonly string[]): Promise<readonly unknown[]> {
  const { opened } = session
  const entries = ids.flatMap((id) => session.model.get().get(id) ?? [])
  const bodies = (await opened?.bodies.readMany(entries)) ?? []
  return bodies.map((body) => (body instanceof Error ? body.message : (body as { text: string }).text))
}

describe('the key of a case', () => {
  it('is made once for each case, and kept across a lock', async () => {
    const { computer, page } = await anUnlockedVault()
    await commit(page.session, [aRecord('a', 'case-1'), aRecord('b', 'case-2')])
    await commit(page.session, [aRecord('c', 'case-1')])
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    await commit(page.session, [aRecord('d', 'case-1')])
    expect(await rawRows(computer.databaseName, 'keys')).toHaveLength(2)
    expect(await texts(page.session, ['a', 'b', 'c', 'd'])).toEqual(
      ['a', 'b', 'c', 'd'].map((id) => `body of ${id}`),
    )
    expect(page.session.damage.get()).toEqual([])
  })

  it('is what opens the bodies of the case, and of no other case', async () => {
    const { computer, page } = await anUnlockedVault()
    await commit(page.session, [aRecord('a', 'case-1')])
    const [keyOfFirst] = await rawRows(computer.databaseName, 'keys')
    await commit(page.session, [aRecord('b', 'case-2')])
    computer.durable.lose()
    await page.session.lock()
    await deleteRaw(computer.databaseName, 'keys', keyOfFirst?.key ?? '')
    await page.session.unlockWithPassphrase(passphrase)
    expect(await texts(page.session, ['a', 'b'])).toEqual(['damaged-record', 'body of b'])
    expect(page.session.damage.get()).toContainEqual({ code: 'missing-records', table: 'keys', count: 1 })
  })

  it('seals packs of bodies too', async () => {
    const { computer, page } = await anUnlockedVault()
    const many = Array.from({ length: 70 }, (_, index) => aRecord(`many-${String(index)}`, 'case-1'))
    await commit(page.session, many)
    const [key] = await rawRows(computer.databaseName, 'keys')
    await page.session.lock()
    await page.session.unlockWithPassphrase(passphrase)
    expect(await texts(page.session, ['many-69'])).toEqual(['body of many-69'])
    computer.durable.lose()
    await page.session.lock()
    await deleteRaw(computer.databaseName, 'keys', key?.key ?? '')
    await page.session.unlockWithPassphrase(passphrase)
    expect(await texts(page.session, ['many-69'])).toEqual(['damaged-record'])
  })
})
