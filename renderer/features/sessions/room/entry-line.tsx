import { memo, useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { HomeMark } from '#renderer/ui/home-mark.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { isUnbroken } from '#renderer/ui/unbroken.ts'
import type { SessionEntry } from '#shared/domain/session/session.ts'
import { formatDateTime, formatTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { DateHints } from './date-hints.tsx'
import { isHidden } from './entry-draft.ts'
import classes from './entry-line.module.css'
import { speakerOf } from './people.ts'
import type { Speaker } from './people.ts'

interface EntryLineProps {
  readonly entry: SessionEntry
  readonly speakers: readonly Speaker[]
  readonly zone: string
  readonly canEdit: boolean
  readonly canStrike: boolean
  readonly onEdit: (entryId: string) => void
  readonly onStrike: (entryId: string, struckOut: boolean) => void
}

/** One entry as it is read: who, what kind, the words. It renders again only when it changed itself. */
export const EntryLine = memo(function EntryLine(props: EntryLineProps) {
  const { entry, speakers, zone } = props
  const speaker = speakerOf(speakers, entry.speaker)
  const [isShown, setShown] = useState(false)
  const isCovered = isHidden(entry) && !isShown
  return (
    <li className={classes.line} data-struck={entry.struckOut || undefined} data-entry={entry.id}>
      <div className={classes.margin}>
        <span className={classes.speaker}>
          {speaker.home !== 'none' && <HomeMark home={speaker.home} initials={speaker.initials} size={22} />}
          {speaker.shortName}
        </span>
        <span className={classes.kind}>
          {t(`sessions.kinds.${entry.kind}`)}, <time dateTime={entry.at}>{formatTime(entry.at, zone)}</time>
        </span>
      </div>
      <div className={classes.body}>
        <EntryText entry={entry} isCovered={isCovered} />
        {!isCovered && <DateHints text={entry.text} />}
        <LineNotes entry={entry} zone={zone} />
      </div>
      <LineActions {...props} isCovered={isCovered} onShow={() => setShown(isCovered)} />
    </li>
  )
}, isSameLine)

function EntryText({ entry, isCovered }: { readonly entry: SessionEntry; readonly isCovered: boolean }) {
  if (!isCovered) {
    return (
      <p className={classes.text} dir="auto" data-unbroken={isUnbroken(entry.text) || undefined}>
        {entry.struckOut ? <s>{entry.text}</s> : entry.text}
      </p>
    )
  }
  return (
    <p className={classes.text}>
      <span className="eh-visually-hidden">{t('sessions.entry.hidden')}</span>
      <span className={classes.cover} aria-hidden>
        {shapeOf(entry.text)}
      </span>
    </p>
  )
}

function LineNotes({ entry, zone }: Pick<EntryLineProps, 'entry' | 'zone'>) {
  if (entry.tier === 'shared' && !entry.struckOut && !entry.addendum) return null
  return (
    <div className={classes.foot}>
      {entry.tier !== 'shared' && <TierBadge tier={entry.tier} label={t(`sessions.tiers.${entry.tier}`)} />}
      {entry.struckOut && <span>{t('sessions.entry.struck')}</span>}
      {entry.addendum && (
        <span>{t('sessions.entry.addendum', { when: formatDateTime(entry.at, zone) })}</span>
      )}
    </div>
  )
}

type LineActionsProps = EntryLineProps & { readonly isCovered: boolean; readonly onShow: () => void }

function LineActions({ entry, canEdit, canStrike, isCovered, onEdit, onStrike, onShow }: LineActionsProps) {
  return (
    <div className={classes.actions}>
      {isHidden(entry) && (
        <UnstyledButton className={classes.action} data-always onClick={onShow}>
          {isCovered ? t('sessions.entry.show') : t('sessions.entry.hide')}
        </UnstyledButton>
      )}
      {canEdit && !entry.struckOut && (
        <UnstyledButton className={classes.action} onClick={() => onEdit(entry.id)}>
          {t('sessions.entry.edit')}
        </UnstyledButton>
      )}
      {canStrike && (
        <UnstyledButton className={classes.action} onClick={() => onStrike(entry.id, !entry.struckOut)}>
          {entry.struckOut ? t('sessions.entry.restore') : t('sessions.entry.strike')}
        </UnstyledButton>
      )}
    </div>
  )
}

// Only the shape of the words is drawn, so that no zoom, screenshot or screen share can bring them back.
function shapeOf(text: string): string {
  return text.slice(0, 240).replace(/\S/gu, 'x') || 'xxxx'
}

// Each save opens the notes anew, so an entry that did not change is another object with the same words.
function isSameLine(a: EntryLineProps, b: EntryLineProps): boolean {
  const [x, y] = [a.entry, b.entry]
  return (
    x.id === y.id &&
    x.text === y.text &&
    x.kind === y.kind &&
    x.speaker === y.speaker &&
    x.tier === y.tier &&
    x.struckOut === y.struckOut &&
    x.addendum === y.addendum &&
    a.speakers === b.speakers &&
    a.canEdit === b.canEdit &&
    a.canStrike === b.canStrike &&
    a.onEdit === b.onEdit &&
    a.onStrike === b.onStrike
  )
}
