import { useSyncExternalStore } from 'react'
import { host } from '#renderer/host/index.ts'
import { session } from './page-session.ts'
import { KeyCare } from './session/key-care.ts'
import type { RenewalState } from './session/key-care.ts'
import type { KeyFacts } from './workers/crypto-protocol.ts'

/** Kit, vault key and erasing of this page's vault; goes on with a renewal at each unlock. */
export const keyCare = new KeyCare(session, (name) => host.call('attachments.remove', { name }))

/** How far a renewal of the vault key has come. */
export function useRenewal(): RenewalState {
  return useSyncExternalStore(keyCare.renewal.subscribe, keyCare.renewal.get)
}

/** What may be known of the keys; undefined until they were asked. */
export function useKeyFacts(): KeyFacts | undefined {
  return useSyncExternalStore(keyCare.facts.subscribe, keyCare.facts.get)
}
