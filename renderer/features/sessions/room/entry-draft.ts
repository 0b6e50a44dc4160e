import { EntryKind } from '#shared/domain/session/session.ts'
import type { SessionEntry } from '#shared/domain/session/session.ts'
import { Tier } from '#shared/domain/values.ts'

/** An entry as it is typed. */
export interface EntryDraft {
  /** A party's id, `coordinator`, or any other name. */
  readonly speaker: string
  readonly kind: EntryKind
  readonly tier: Tier
  readonly text: string
}

export const blankDraft: EntryDraft = { speaker: 'coordinator', kind: 'note', tier: 'shared', text: '' }

export const entryKinds = EntryKind.options
export const tiers = Tier.options

/** The editable part of an entry. */
export function draftOf({ speaker, kind, tier, text }: SessionEntry): EntryDraft {
  return { speaker, kind, tier, text }
}

/** Changes a draft; a reflection is always the coordinator's own. */
export function withChange(draft: EntryDraft, part: Partial<EntryDraft>): EntryDraft {
  const next = { ...draft, ...part }
  // What stops being a reflection stays private until somebody opens it.
  return next.kind === 'reflection' ? { ...next, speaker: 'coordinator', tier: 'private' } : next
}

/** Whether an entry is kept from eyes at the table until it is asked for. */
export function isHidden({ tier }: Pick<EntryDraft, 'tier'>): boolean {
  return tier !== 'shared'
}

export function isSameDraft(a: EntryDraft, b: EntryDraft): boolean {
  return a.text === b.text && a.speaker === b.speaker && a.kind === b.kind && a.tier === b.tier
}
