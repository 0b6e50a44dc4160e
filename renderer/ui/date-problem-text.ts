import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { readDate } from './read-date.ts'
import type { TypedDateProblem } from './read-date.ts'

interface DateLimits {
  readonly today: string
  readonly min: string | undefined
  readonly max: string | undefined
  readonly required: boolean
}

/** Says in a sentence why a typed text is not taken as a date; undefined when it is. */
export function dateProblemText(text: string, limits: DateLimits): string | undefined {
  if (text.trim() === '') return limits.required ? t('ui.date.required') : undefined
  const read = readDate(text, limits.today)
  if (!read.ok) return problemText(read.error)
  if (limits.min !== undefined && read.value < limits.min)
    return t('ui.date.tooEarly', { date: formatDate(limits.min) })
  if (limits.max !== undefined && read.value > limits.max)
    return t('ui.date.tooLate', { date: formatDate(limits.max) })
  return undefined
}

function problemText(problem: TypedDateProblem): string {
  switch (problem.code) {
    case 'not-a-date':
      return t('ui.date.notADate')
    case 'no-such-day':
      return t('ui.date.noSuchDay', { text: problem.text })
    case 'wrong-weekday':
      return t('ui.date.wrongWeekday', { date: formatDate(problem.date).slice(4), actual: problem.weekday })
    case 'ambiguous':
      return t('ui.date.ambiguous', { first: formatDate(problem.first), second: formatDate(problem.second) })
  }
}
