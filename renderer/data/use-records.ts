import { useCallback, useEffect, useState } from 'react'
import type { CommandContext } from '#shared/commands/command.ts'
import type { RecordEntry, RecordKind } from '#shared/records/record.ts'
import { readingContext, useVault } from './hooks.ts'
import type { ReadModel } from './store/read-model.ts'

/** One record as it is now; undefined when there is none of that kind. */
export function useRecord<K extends RecordKind>(kind: K, id: string): RecordEntry<K> | undefined {
  const entry = useVault(useCallback((reader: ReadModel) => reader.get(id), [id]))
  // The kind was just compared.
  return entry?.kind === kind ? (entry as RecordEntry as RecordEntry<K>) : undefined
}

/** All records of a kind in a case, in the order in which they were made. */
export function useRecords<K extends RecordKind>(kind: K, caseId: string): readonly RecordEntry<K>[] {
  return useVault(useCallback((reader: ReadModel) => reader.list(kind, caseId), [kind, caseId]))
}

export type Reading<T> =
  | { readonly state: 'loading'; readonly value?: undefined }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly value?: undefined }

/**
 * Reads something that needs opened bodies, such as the gate of a draft, and reads it again after each commit and
 * when `now` changes. The last answer stays until the next one is there. `read` must be stable.
 */
export function useReading<T>(read: (context: CommandContext) => Promise<T>, now?: string): Reading<T> {
  const model = useVault(currentModel)
  const [shown, setShown] = useState<{ readonly read: unknown; readonly reading: Reading<T> } | undefined>(
    undefined,
  )
  useEffect(() => {
    const context = readingContext()
    if (context === undefined) return undefined
    let isCurrent = true
    const show = (reading: Reading<T>) => {
      if (isCurrent) setShown({ read, reading })
    }
    read(context).then(
      (value) => show({ state: 'ready', value }),
      () => show({ state: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [read, model, now])
  return shown?.read === read ? shown.reading : { state: 'loading' }
}

function currentModel(reader: ReadModel): ReadModel {
  return reader
}
