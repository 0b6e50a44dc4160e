import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, useDeferredValue, useMemo } from 'react'
import { findWrongDates } from '#shared/domain/time/plain-date.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './date-hints.module.css'

/** Says under an entry which of its dates have the wrong weekday or do not exist. It hints; it changes nothing. */
export const DateHints = memo(function DateHints({ text }: { readonly text: string }) {
  // Reading a long note for dates must not hold up the next letter.
  const settled = useDeferredValue(text)
  const hints = useMemo(() => hintsFor(settled), [settled])
  if (hints.length === 0) return null
  return (
    <ul className={classes.hints} role="status">
      {hints.map((hint) => (
        <li key={hint}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          {hint}
        </li>
      ))}
    </ul>
  )
})

function hintsFor(text: string): readonly string[] {
  const hints = findWrongDates(text).map((problem) =>
    problem.code === 'wrong-weekday'
      ? t('sessions.dates.wrongWeekday', {
          date: formatDate(problem.date).slice(4),
          weekday: problem.weekday,
        })
      : t('sessions.dates.noSuchDay', { text: problem.text }),
  )
  return [...new Set(hints)]
}
