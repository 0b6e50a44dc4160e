import { aComputer } from './test-session.ts'
import type { TestComputer, TestPage } from './test-session.ts'
import type { WorkerFactory } from '#renderer/data/workers/vault-workers.ts'
import type { RecoveryKit } from '#renderer/data/session/make-vault.ts'

export const passphrase = 'correct horse battery staple'

/** A computer with a new vault, open in one page. */
export async function anUnlockedVault(workers?: WorkerFactory): Promise<{
  readonly computer: TestComputer
  readonly page: TestPage
  readonly kit: RecoveryKit
}> {
  const computer = aComputer(workers)
  const page = await computer.open()
  const created = await page.session.createVault({ passphrase })
  if (!created.ok) throw new Error(created.error.code)
  return { computer, page, kit: created.value }
}
