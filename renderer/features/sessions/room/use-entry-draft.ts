import { useCallback, useRef, useState } from 'react'
import { useFlushUntilSaved } from '#renderer/ui/flush-context.ts'
import type { AutosaveState } from '#renderer/ui/autosaver.ts'
import type { Refusal } from '#shared/commands/command.ts'
import { blankDraft } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { createEntrySaver } from './entry-saver.ts'
import type { EntrySaver } from './entry-saver.ts'

/** Notes are never let go: what was refused in the room is tried once more before the vault locks. */
const keepEveryWord = () => false

interface EntryDraftOptions {
  readonly sessionId: string
  readonly entry: { readonly id: string; readonly saved: EntryDraft } | undefined
  /** Told which entry is being typed, so that the list does not show it a second time. */
  readonly onTyping: (entryId: string | undefined) => void
}

export interface EntryTyping {
  readonly draft: EntryDraft
  readonly state: AutosaveState
  readonly refusal: Refusal | undefined
  readonly change: (draft: EntryDraft) => void
  /** Saves what is typed and begins a fresh entry, which keeps the speaker. */
  readonly beginNext: (finished: EntryDraft, next?: Partial<EntryDraft>) => void
  readonly flush: () => Promise<boolean>
}

/** The entry under the cursor. Finished ones go on being saved while the next is already typed. */
export function useEntryDraft({ sessionId, entry, onTyping }: EntryDraftOptions): EntryTyping {
  const [draft, setDraft] = useState<EntryDraft>(entry?.saved ?? blankDraft)
  const [state, setState] = useState<AutosaveState>('saved')
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined)
  const savers = useRef<readonly EntrySaver[]>([])

  const makeSaver = (source: EntryDraftOptions['entry']): EntrySaver => {
    const saver = createEntrySaver({
      sessionId,
      entry: source,
      onState: (next) => {
        if (savers.current.at(-1) === saver || next === 'failed') setState(next)
      },
      onRefusal: setRefusal,
      onCreated: (id) => {
        if (savers.current.at(-1) === saver) onTyping(id)
      },
    })
    return saver
  }
  const latest = (): EntrySaver => {
    const known = savers.current.at(-1)
    if (known) return known
    const made = makeSaver(entry)
    savers.current = [made]
    return made
  }

  const flush = useCallback(async (): Promise<boolean> => {
    const all = await Promise.all(savers.current.map((saver) => saver.flush()))
    return all.every(Boolean)
  }, [])
  useFlushUntilSaved(flush, keepEveryWord)

  const change = (next: EntryDraft) => {
    setDraft(next)
    latest().push(next)
  }

  const beginNext = (finished: EntryDraft, next: Partial<EntryDraft> = {}) => {
    const done = latest()
    done.push(finished)
    savers.current = [...savers.current.filter((each) => each !== done), done, makeSaver(undefined)]
    setState('saving')
    void done.flush().then((isSaved) => {
      if (!isSaved) return
      savers.current = savers.current.filter((each) => each !== done)
      // Unless the fresh entry has a word by now, whose own state counts.
      setState((current) => (current === 'saving' ? 'saved' : current))
    })
    onTyping(undefined)
    setDraft({ ...blankDraft, speaker: finished.speaker, ...next })
  }

  return { draft, state, refusal, change, beginNext, flush }
}
