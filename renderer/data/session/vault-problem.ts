import Dexie from 'dexie'
import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { DatabaseExists } from '../store/database.ts'
import type { UnlockProblem } from '../workers/crypto-protocol.ts'

/** Everything that can go wrong with a vault as a whole; the words are made by the screens. */
export type VaultProblem =
  | { readonly code: 'wrong-passphrase'; readonly retryInSeconds: number }
  /** `mistyped`: the checksum says it is no recovery key at all; `no-match`: it belongs to another vault. */
  | {
      readonly code: 'wrong-recovery-key'
      readonly reason: 'mistyped' | 'no-match'
      readonly retryInSeconds: number
    }
  | { readonly code: 'passphrase-too-short'; readonly atLeast: number }
  | { readonly code: 'passphrase-too-long' }
  | { readonly code: 'damaged-header' }
  | { readonly code: 'unsafe-header' }
  | { readonly code: 'newer-vault' }
  /** The browser engine is older than the one that wrote last; it could erase the store. */
  | { readonly code: 'newer-engine' }
  /** The database is there without its header. */
  | { readonly code: 'header-missing' }
  /** The header is there without what it must stand with. */
  | { readonly code: 'data-missing' }
  /** There was a vault on this computer and the browser's store no longer has it. */
  | { readonly code: 'vault-lost' }
  /** The data folder is of another vault, and holds nothing that could be opened. */
  | { readonly code: 'other-vault' }
  /** Nothing is in the browser's store, and the data folder cannot be read. */
  | { readonly code: 'folder-unreadable' }
  /** Neither the store nor the second copy is whole enough to be opened. */
  | { readonly code: 'both-damaged' }
  /** The browser can neither read its storage nor make anything new in it, now and at every further try. */
  | { readonly code: 'store-broken' }
  /** The data folder cannot be written, so what was put back could not be made the vault. */
  | { readonly code: 'folder-unwritable' }
  | { readonly code: 'disk-full' }
  | { readonly code: 'opened-elsewhere' }
  | { readonly code: 'vault-exists' }
  | { readonly code: 'no-vault' }
  | { readonly code: 'locked' }
  | { readonly code: 'already-unlocked' }
  /** The passphrase could not be worked on, most likely for want of memory. */
  | { readonly code: 'derivation-failed' }
  | { readonly code: 'store-unavailable' }

/** What the crypto worker says about a slot; `wrong-key` becomes a problem of the passphrase or the recovery key. */
export type SlotProblem = UnlockProblem | { readonly code: 'mistyped' }

/** A slot's problem where the key cannot be the reason. */
export function slotProblem(problem: SlotProblem | VaultProblem): VaultProblem {
  switch (problem.code) {
    case 'wrong-key':
    case 'mistyped':
      return { code: 'damaged-header' }
    default:
      return problem
  }
}

/** Tells whether an exception is the browser's store that failed, and not this program. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException
}

/** Tells whether the store failed for want of room; Dexie wraps the browser's own exception. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const isFull = 'name' in error && error.name === 'QuotaExceededError'
  return isFull || ('inner' in error && isDiskFull(error.inner))
}

/** Turns a failure of the browser's store into a problem; anything that is not one is thrown on. */
export function storeProblem(error: unknown): Result<never, VaultProblem> {
  if (error instanceof DatabaseExists) return err({ code: 'vault-exists' })
  if (isStoreFailure(error)) return err({ code: 'store-unavailable' })
  throw error
}
