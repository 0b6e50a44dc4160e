import { host } from '#renderer/host/index.ts'
import type { CallResult, ResponseOf } from '#shared/contract/methods.ts'

/** What came of setting storage aside at this start, and every folder that was ever set aside here. */
export type AsideFacts = ResponseOf<'storage.look'>

/** Whether the second copy alone could give back everything; `unknown` where the host could not say. */
export type CopyVerdict = ResponseOf<'storage.checkCopy'>['copy'] | 'unknown'

/** A copy of the vault's folder that was begun: its name, how many files, how many bytes. */
export type VaultCopyBegun = ResponseOf<'vaultCopy.begin'>
export type VaultCopyStep = ResponseOf<'vaultCopy.next'>

/** What can be done where the browser refuses its own storage for good. Needs no key. */
export const storageCare = {
  /** Undefined where the host cannot look. */
  async look(): Promise<AsideFacts | undefined> {
    const found = await host.call('storage.look', {})
    return found.ok ? found.value : undefined
  },
  /** Reads the second copy whole. */
  async checkCopy(): Promise<CopyVerdict> {
    const found = await host.call('storage.checkCopy', {})
    return found.ok ? found.value.copy : 'unknown'
  },
  /** Starts the browser anew with the storage set aside; where that is refused, it says why. */
  setAside: (): Promise<CallResult<'storage.setAside'>> => host.call('storage.setAside', {}),
}

/** Copies the vault's folder as it is, for a program that may not open it; see `vaultCopy.*` of the contract. */
export const vaultCopy = {
  begin: (): Promise<CallResult<'vaultCopy.begin'>> => host.call('vaultCopy.begin', {}),
  next: (token: string): Promise<CallResult<'vaultCopy.next'>> => host.call('vaultCopy.next', { token }),
  async cancel(token: string): Promise<void> {
    await host.call('vaultCopy.cancel', { token })
  },
}
