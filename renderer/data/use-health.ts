import { useSyncExternalStore } from 'react'
import type { DurableLook } from '#shared/contract/vault-files.ts'
import { session } from './page-session.ts'
import type { Restored } from './session/choose-copy.ts'
import type { OpeningProgress } from './session/open-vault.ts'
import type { RecoveryReason } from './session/probe-vault.ts'
import type { Signal } from './session/signal.ts'
import type { Health } from './session/vault-health.ts'

function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get)
}

/** Why unlocking opens the second copy; undefined where the vault is where it should be. */
export function useRecovery(): RecoveryReason | undefined {
  return useSignal(session.recovery)
}

/** How far the opening of the vault has come, where it takes its time. */
export function useOpening(): OpeningProgress | undefined {
  return useSignal(session.opening)
}

/** What the last unlock put back from the second copy. */
export function useRestored(): Restored | undefined {
  return useSignal(session.restored)
}

/** The same as of now, for what happens outside of drawing. */
export function lastRestored(): Restored | undefined {
  return session.restored.get()
}

/** What the check behind the open vault has found so far. */
export function useHealth(): Health {
  return useSignal(session.health.now)
}

/** How far the second copy reaches and what it takes on the disk; undefined when its folder cannot be read. */
export interface CopyFacts {
  readonly look: DurableLook
  /** Instant of the newest snapshot. */
  readonly snapshotAt: string | undefined
  readonly snapshots: number
}

/** Looks at the second copy as it is now. */
export async function lookAtCopy(): Promise<CopyFacts | undefined> {
  const [look, list] = await Promise.all([
    session.ports.durable('durable.look', {}),
    session.ports.durable('durable.snapshots', {}),
  ])
  if (!look.ok) return undefined
  const snapshots = list.ok ? list.value.snapshots : []
  return { look: look.value, snapshotAt: snapshots[0]?.at ?? undefined, snapshots: snapshots.length }
}
