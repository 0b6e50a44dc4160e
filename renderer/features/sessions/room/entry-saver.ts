import { execute } from '#renderer/data/index.ts'
import { createAutosaver } from '#renderer/ui/autosaver.ts'
import type { AutosaveState } from '#renderer/ui/autosaver.ts'
import type { Refusal } from '#shared/commands/command.ts'
import { addEntry, editEntry } from '#shared/commands/sessions.ts'
import { ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { isSameDraft } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'

/** Writes one entry while it is typed: the first save makes it, every later one changes it. */
export interface EntrySaver {
  readonly push: (draft: EntryDraft) => void
  /** Saves at once what waits; tells whether all of it is saved. */
  readonly flush: () => Promise<boolean>
}

interface EntrySaverOptions {
  readonly sessionId: string
  /** The entry that is changed; without it the first save makes one. */
  readonly entry: { readonly id: string; readonly saved: EntryDraft } | undefined
  readonly onState: (state: AutosaveState) => void
  readonly onRefusal: (refusal: Refusal | undefined) => void
  readonly onCreated: (entryId: string) => void
}

/** Makes the saver of one entry. An entry that never had a word is never written. */
export function createEntrySaver({
  sessionId,
  entry,
  onState,
  onRefusal,
  onCreated,
}: EntrySaverOptions): EntrySaver {
  let id = entry?.id
  let saved = entry?.saved
  const autosaver = createAutosaver<EntryDraft>({ delayMs: 800, retryMs: 4000, onState })

  const write = async (draft: EntryDraft): Promise<Result<unknown, Refusal>> => {
    if (id !== undefined) return execute(editEntry, { session: sessionId, entry: id, ...draft })
    const added = await execute(addEntry, { session: sessionId, ...draft })
    if (added.ok) {
      id = added.value.entry
      onCreated(id)
    }
    return added
  }

  const save = async (draft: EntryDraft) => {
    if (saved && isSameDraft(saved, draft)) return ok()
    if (id === undefined && draft.text.trim() === '') return ok()
    const result = await write(draft)
    onRefusal(result.ok ? undefined : result.error)
    if (result.ok) saved = draft
    return result
  }

  return { push: (draft) => autosaver.push(draft, save), flush: autosaver.flush }
}
