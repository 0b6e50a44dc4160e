import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { Command, CommandContext, Refusal } from '#shared/commands/command.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BodyOf, RecordKind } from '#shared/records/record.ts'
import { execute, saving, session } from './page-session.ts'
import { contextOf } from './session/execute.ts'
import type { SaveStatus } from './session/save-status.ts'
import type { VaultState } from './session/session.ts'
import type { Signal } from './session/signal.ts'
import type { VaultProblem } from './session/vault-problem.ts'
import type { Damage } from './store/load-vault.ts'
import type { ReadModel, StoredEntry } from './store/read-model.ts'

function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get)
}

/** What the vault is right now. */
export function useVaultState(): VaultState {
  return useSignal(session.state)
}

/** Why the vault is `damaged`. */
export function useVaultProblem(): VaultProblem | undefined {
  return useSignal(session.problem)
}

/** Records that did not open at unlock. */
export function useDamage(): readonly Damage[] {
  return useSignal(session.damage)
}

/** True after a recovery, until a new passphrase is set. */
export function usePassphraseRequired(): boolean {
  return useSignal(session.passphraseRequired)
}

/** True while this page may only read, because another one has the vault open for writing. */
export function useReadOnly(): boolean {
  return useSignal(session.readOnly)
}

/** What may be said about the last change. */
export function useSaveStatus(): SaveStatus {
  return useSignal(saving)
}

/**
 * Selects from the heads. The selector runs after each commit and on each render; an answer that is equal, or an
 * array or plain object with equal members, keeps its identity and does not render again.
 */
export function useVault<T>(select: (reader: ReadModel) => T): T {
  const memory = useRef<{ model: ReadModel; select: (reader: ReadModel) => T; value: T } | undefined>(
    undefined,
  )
  const snapshot = (): T => {
    const model = session.model.get()
    const last = memory.current
    if (last?.model === model && last.select === select) return last.value
    const selected = select(model)
    const value = last && isSame(last.value, selected) ? last.value : selected
    memory.current = { model, select, value }
    return value
  }
  return useSyncExternalStore(session.model.subscribe, snapshot)
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || a instanceof Map || a instanceof Set)
    return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && Object.is(value, right.get(key)))
  )
}

export type BodyState<K extends RecordKind> =
  | { readonly state: 'loading'; readonly body?: undefined }
  | { readonly state: 'ready'; readonly body: BodyOf<K> }
  | { readonly state: 'failed'; readonly body?: undefined }

/** Opens a body and follows its revisions; the old one stays until the new one is there. */
export function useBody<K extends RecordKind>(kind: K, id: string): BodyState<K> {
  const entry = useVault(useCallback((reader: ReadModel) => reader.get(id), [id]))
  const [shown, setShown] = useState<{ readonly id: string; readonly state: BodyState<K> } | undefined>(
    undefined,
  )
  const key = entry?.kind === kind ? `${entry.bodyRev}\n${entry.id}` : undefined
  useEffect(() => {
    if (!entry || key === undefined) return
    let current = true
    void openBody<K>(entry).then((state) => {
      if (current) setShown({ id: entry.id, state })
    })
    return () => {
      current = false
    }
    // The key names the body; the entry changes with the head too.
  }, [key])
  if (entry && entry.kind !== kind) return { state: 'failed' }
  return shown?.id === id ? shown.state : { state: 'loading' }
}

async function openBody<K extends RecordKind>(entry: StoredEntry): Promise<BodyState<K>> {
  const opened = session.opened
  if (!opened) return { state: 'loading' }
  try {
    // Sealed with this kind after its schema had accepted it; the caller compared the kind.
    return { state: 'ready', body: (await opened.bodies.read(entry)) as BodyOf<K> }
  } catch {
    return { state: 'failed' }
  }
}

export interface CommandRunner<Input extends z.ZodType, Output> {
  readonly run: (input: z.input<Input>) => Promise<Result<Output, Refusal>>
  readonly state: 'idle' | 'running' | 'failed'
  readonly refusal: Refusal | undefined
}

/** Runs a command from a screen and remembers how the last run went. */
export function useCommand<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
): CommandRunner<Input, Output> {
  const [status, setStatus] = useState<Pick<CommandRunner<Input, Output>, 'state' | 'refusal'>>(idle)
  const run = useCallback(
    async (input: z.input<Input>) => {
      setStatus({ state: 'running', refusal: undefined })
      try {
        const result = await execute(command, input)
        setStatus(result.ok ? idle : { state: 'failed', refusal: result.error })
        return result
      } catch (error) {
        setStatus({ state: 'failed', refusal: { code: 'internal' } })
        throw error
      }
    },
    [command],
  )
  return { run, ...status }
}

const idle = { state: 'idle', refusal: undefined } as const

/** The rules' view of the vault for a screen that only reads; undefined while locked. */
export function readingContext(): CommandContext | undefined {
  return session.opened && contextOf(session, session.opened)
}
