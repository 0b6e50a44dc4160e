import { t } from '#shared/i18n/index.ts'
import { entryKinds } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { matchesQuery } from './marks.ts'
import type { Mark } from './marks.ts'
import type { Speaker } from './people.ts'

/** One line of the small list under the cursor, and what choosing it does to the entry. */
export interface MarkChoice {
  readonly id: string
  readonly label: string
  readonly speaker?: Speaker
  readonly part: Partial<EntryDraft>
}

/** What fits the mark being typed; an unknown name after `@` can be taken as it stands. */
export function choicesFor(mark: Mark, speakers: readonly Speaker[]): readonly MarkChoice[] {
  if (mark.sign === '#') {
    return entryKinds
      .filter((kind) => matchesQuery(t(`sessions.kinds.${kind}`), mark.query))
      .map((kind) => ({ id: kind, label: t(`sessions.kinds.${kind}`), part: { kind } }))
  }
  const known = speakers
    .filter((speaker) => matchesQuery(`${speaker.name} ${speaker.shortName}`, mark.query))
    .map((speaker) => ({ id: speaker.value, label: speaker.name, speaker, part: { speaker: speaker.value } }))
  const name = mark.query.trim()
  if (name === '' || known.length > 0) return known
  return [{ id: 'other', label: t('sessions.composer.other', { name }), part: { speaker: name } }]
}
