import { err, ok } from '#shared/domain/result.ts'
import type { HandlerResult } from '#shared/contract/methods.ts'
import type { vaultCopyMethods } from '#shared/contract/vault-copy-methods.ts'
import type { Handlers } from '../dispatcher.ts'
import type { HostPorts } from '../ports.ts'
import type { Log } from '../services/log/log.ts'
import { VaultCopy } from '../services/vault-copy/vault-copy.ts'
import { keepInHand } from './keep-in-hand.ts'

/** One handler for each `vaultCopy.*` of the contract. A copy that the lock overtakes is taken away. */
export function createVaultCopyHandlers(
  ports: HostPorts,
  log: Log,
): Pick<Handlers, keyof typeof vaultCopyMethods> {
  const copy = new VaultCopy(ports.vault.folder)
  const inHand = keepInHand(ports.work, () => copy.release())
  return {
    'vaultCopy.begin': async () => {
      const begun = await begin(ports, copy, log)
      if (begun.ok) inHand.begin()
      return begun
    },
    'vaultCopy.next': async ({ token }) => {
      const step = await copy.next(token)
      if (!step.ok || step.value.step === 'done') inHand.end()
      return step
    },
    'vaultCopy.cancel': async () => {
      await copy.release().finally(inHand.end)
      return ok(null)
    },
  }
}

async function begin(
  { dialogs, clock }: HostPorts,
  copy: VaultCopy,
  log: Log,
): Promise<HandlerResult<'vaultCopy.begin'>> {
  let chosen: string | null
  try {
    chosen = await dialogs.chooseBackupFolder()
  } catch (thrown) {
    log.error('copy-place-failed', { cause: thrown instanceof Error ? thrown.name : 'not-an-error' })
    return err({ code: 'not-writable' })
  }
  return chosen === null ? err({ code: 'cancelled' }) : copy.begin(chosen, clock.now().slice(0, 10))
}
