import { daysBetween } from '#shared/domain/time/plain-date.ts'
import { addDays, formatTime as formatClock } from '#shared/domain/time/plain-date.ts'
import { formatDate, formatNumber } from '#shared/i18n/format.ts'
import { t, textFor } from '#shared/i18n/index.ts'
import type { Line } from './clock-lines.ts'

/** When a line is due, in words a glance takes in, with the date beside it. */
export interface WhenWords {
  readonly words: string
  readonly date: string
}

/** The sentence of a line. `missing` is how many gate items a draft lacks, once they were counted. */
export function lineWords(line: Line, missing: number | undefined): string {
  const { kind, facts } = line
  switch (kind) {
    case 'session-today':
      return t('today.lines.session-today', {
        time: formatClock(facts['time'] ?? ''),
        purpose: textFor(`today.purposes.${facts['purpose'] ?? ''}`, {}, ''),
      })
    case 'session-unsigned':
      return t('today.lines.session-unsigned', {
        date: formatDate(facts['date'] ?? ''),
        entries: t('today.entries', { count: Number(facts['entries'] ?? 0) }),
      })
    case 'sessions-unsigned':
      return t('today.lines.sessions-unsigned', {
        count: Number(facts['count'] ?? 0),
        number: formatNumber(Number(facts['count'] ?? 0)),
      })
    case 'draft':
      return t('today.lines.draft', { dispute: facts['dispute'], missing: missingWords(missing) })
    case 'next-step':
      return textFor(
        `today.steps.${facts['step'] ?? ''}`,
        { ...facts, date: formatDate(facts['date'] ?? '') },
        '',
      )
    default:
      return textFor(`today.lines.${kind}`, facts, '')
  }
}

/** Says when: how far away a day is, or for how long something has waited. */
export function whenWords({ at, today, group }: Line): WhenWords {
  if (at === null) return { words: t('today.when.open'), date: '' }
  const [day = '', time] = at.split('T')
  const date = time === '00:00' ? addDays(day, -1) : day
  const shown = formatDate(date)
  if (group === 'waiting') return { words: sinceWords(daysBetween(date, today)), date: shown }
  const left = daysBetween(today, date)
  if (left > 1) return { words: t('today.when.inDays', { count: left }), date: shown }
  if (left === 1) return { words: t('today.when.tomorrow'), date: shown }
  if (time === '00:00') return { words: t('today.when.endOfToday'), date: shown }
  return {
    words: time ? t('today.when.todayAt', { time: formatClock(time) }) : t('today.when.today'),
    date: shown,
  }
}

function sinceWords(days: number): string {
  return days <= 0 ? t('today.when.sinceToday') : t('today.when.sinceDays', { count: days })
}

function missingWords(missing: number | undefined): string {
  if (missing === undefined) return t('today.counting')
  return missing === 0 ? t('today.nothingMissing') : t('today.missing', { count: missing })
}
