import { memo } from 'react'
import type { ReactNode } from 'react'
import type { SessionEntry } from '#shared/domain/session/session.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { EntryLine } from './entry-line.tsx'
import classes from './session-room.module.css'
import type { Speaker } from './people.ts'

interface EntryListProps {
  readonly entries: readonly SessionEntry[]
  readonly speakers: readonly Speaker[]
  readonly zone: string
  readonly today: string
  readonly isSigned: boolean
  /** The entry the composer is still writing: it is shown there. */
  readonly typingId: string | undefined
  readonly editingId: string | undefined
  /** Stands in the place of the entry that is being changed. */
  readonly editor: ReactNode
  readonly onEdit: (entryId: string) => void
  readonly onStrike: (entryId: string, struckOut: boolean) => void
}

/** The entries in the order in which they were made. */
export const EntryList = memo(function EntryList(props: EntryListProps) {
  const { entries, speakers, zone, today, isSigned, typingId, editingId, editor, onEdit, onStrike } = props
  const shown = entries.filter(({ id }) => id !== typingId)
  if (shown.length === 0) return <p className={classes.empty}>{t('sessions.room.empty')}</p>
  return (
    <ol className={classes.entries} aria-label={t('sessions.room.entries')}>
      {shown.map((entry) =>
        entry.id === editingId ? (
          <li key={entry.id} className={classes.editing}>
            {editor}
          </li>
        ) : (
          <EntryLine
            key={entry.id}
            entry={entry}
            speakers={speakers}
            zone={zone}
            // An addendum may be completed on the day it was begun; it has no signature of its own.
            canEdit={!isSigned || (entry.addendum && dateIn(zone, entry.at) === today)}
            canStrike={!isSigned}
            onEdit={onEdit}
            onStrike={onStrike}
          />
        ),
      )}
    </ol>
  )
})
