import { useCallback, useEffect, useRef, useState } from 'react'
import { readHistory } from '#renderer/data/index.ts'
import type { AuditEntry, HistoryFilter, HistoryPage } from '#renderer/data/index.ts'

export interface HistoryState {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly entries: readonly AuditEntry[]
  /** Reads further back; `undefined` when everything is shown. */
  readonly showOlder: (() => void) | undefined
}

/** The history of everything, of one case or of one record, read a part at a time. */
export function useHistory({ id, caseId }: HistoryFilter): HistoryState {
  const [shown, setShown] = useState<{
    readonly entries: readonly AuditEntry[]
    readonly page: HistoryPage
  }>()
  const [state, setState] = useState<HistoryState['state']>('loading')
  const wanted = useRef(0)
  const read = useCallback((load: () => Promise<HistoryPage>, before: readonly AuditEntry[]) => {
    const ticket = ++wanted.current
    setState('loading')
    load().then(
      (page) => {
        // Another filter was chosen while this one was being read.
        if (ticket !== wanted.current) return
        setShown({ entries: [...before, ...page.entries], page })
        setState('ready')
      },
      () => ticket === wanted.current && setState('failed'),
    )
  }, [])
  useEffect(() => {
    setShown(undefined)
    read(
      () => readHistory({ ...(id === undefined ? {} : { id }), ...(caseId === undefined ? {} : { caseId }) }),
      [],
    )
  }, [id, caseId, read])
  const older = shown?.page.older
  const entries = shown?.entries ?? []
  return { state, entries, showOlder: older && (() => read(older, entries)) }
}
