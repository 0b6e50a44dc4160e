import { useEffect, useRef, useState } from 'react'
import { differenceFrom, openBackupAt, putInPlace, restoreBeside } from '#renderer/data/index.ts'
import type {
  BackupFacts,
  BackupFailure,
  BackupPlace,
  BackupProgress,
  BackupSecret,
  Difference,
  OpenedBackup,
} from '#renderer/data/index.ts'

/** A backup that was opened and read whole: what is in it, and what the vault in use has beyond it. */
export interface CheckedBackup {
  readonly backup: OpenedBackup
  readonly facts: BackupFacts
  readonly difference: Difference | undefined
}

export type RestoreStep =
  | { readonly name: 'secret' }
  | { readonly name: 'checking' | 'restoring'; readonly progress: BackupProgress | undefined }
  | ({ readonly name: 'confirm' } & CheckedBackup)

export interface Restore {
  readonly step: RestoreStep
  readonly failure: BackupFailure | undefined
  /** Opens the file and reads all of it. */
  readonly open: (place: BackupPlace, secret: BackupSecret) => Promise<void>
  /** Restores beside the vault in use, then uses it; the page ends. */
  readonly confirm: () => Promise<void>
  /** Stops what is under way, or forgets what was opened. */
  readonly stop: () => void
}

/** One restore from the file to the new vault. */
export function useRestore(): Restore {
  const [step, setStep] = useState<RestoreStep>({ name: 'secret' })
  const [failure, setFailure] = useState<BackupFailure>()
  const held = useRef<OpenedBackup>(undefined)
  const abort = useRef(new AbortController())

  const letGo = () => {
    abort.current.abort()
    abort.current = new AbortController()
    void held.current?.close()
    held.current = undefined
  }
  // The keys of a backup must not outlive its dialog.
  useEffect(() => letGo, [])

  const fail = (error: BackupFailure) => {
    letGo()
    setFailure(error)
    setStep({ name: 'secret' })
  }
  const watching = (name: 'checking' | 'restoring') => ({
    signal: abort.current.signal,
    onProgress: (progress: BackupProgress) => setStep({ name, progress }),
  })

  const open = async (place: BackupPlace, secret: BackupSecret) => {
    setFailure(undefined)
    setStep({ name: 'checking', progress: undefined })
    const opened = await openBackupAt(place, secret)
    if (!opened.ok) return fail(opened.error)
    held.current = opened.value
    const checked = await opened.value.check(watching('checking'))
    if (!checked.ok) return fail(checked.error)
    const facts = checked.value
    setStep({ name: 'confirm', backup: opened.value, facts, difference: differenceFrom(facts) })
  }
  const confirm = async () => {
    const backup = held.current
    if (!backup) return
    setStep({ name: 'restoring', progress: undefined })
    const restored = await restoreBeside(backup, watching('restoring'))
    if (!restored.ok) return fail(restored.error)
    const placed = await putInPlace(restored.value)
    if (!placed.ok) fail(placed.error)
  }
  const stop = () => {
    letGo()
    setStep({ name: 'secret' })
  }
  return { step, failure, open, confirm, stop }
}
