import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { VaultSession } from '#renderer/data/session/session.ts'
import { inProcessWorkers } from '#tests/support/vault/in-process-workers.ts'
import { placeFixture, readFixture, releasedLayouts } from '#tests/support/vault/sealed-fixture.ts'
import type { FixtureRecord } from '#tests/support/vault/sealed-fixture.ts'
import { aComputer } from '#tests/support/vault/test-session.ts'

describe.each(releasedLayouts)('a vault of release %s', (release) => {
  const { vault, records } = readFixture(release)

  it('opens with its passphrase, and every record is as it was', async () => {
    const computer = aComputer(inProcessWorkers)
    await placeFixture(computer.databaseName, vault)
    const { session } = await computer.open()
    const unlocked = await session.unlockWithPassphrase(vault.passphrase)
    expect(unlocked.ok).toBe(true)
    expect(await everyRecord(session)).toEqual(records)
    expect(session.damage.get()).toEqual([])
  })

  it('opens with its recovery key', async () => {
    const computer = aComputer(inProcessWorkers)
    await placeFixture(computer.databaseName, vault)
    const { session } = await computer.open()
    expect((await session.unlockWithRecoveryKey(vault.recoveryKey)).ok).toBe(true)
  })

  it('does not open with another passphrase', async () => {
    const computer = aComputer(inProcessWorkers)
    await placeFixture(computer.databaseName, vault)
    const { session } = await computer.open()
    const refused = await session.unlockWithPassphrase(`${vault.passphrase}!`)
    expect(refused.ok ? undefined : refused.error.code).toBe('wrong-passphrase')
  })
})

async function everyRecord(session: VaultSession): Promise<readonly FixtureRecord[]> {
  const { opened } = session
  if (!opened) throw new Error('the vault is locked')
  const entries = [...session.model.get().all()].sort((a, b) => a.order - b.order)
  return Promise.all(
    entries.map(async (entry) => {
      const { id, kind, caseId, rev, schema, order, head } = entry
      return { id, kind, caseId, rev, schema, order, head, body: await opened.bodies.read(entry) }
    }),
  )
}
