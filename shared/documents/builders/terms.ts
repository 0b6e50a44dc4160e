import type { Block } from '../model.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import type { PlainDate } from '../../domain/time/plain-date.ts'
import { writtenDate } from '../words/dates.ts'
import type { DeadlineContent, TermContent } from './input.ts'
import { list } from './blocks.ts'

/** Operative terms as numbered paragraphs, word for word; what they do to a year of overnights stands below. */
export function termBlocks(terms: readonly TermContent[]): readonly Block[] {
  return terms.map(({ number, text, overnights }) => ({
    type: 'numbered' as const,
    number,
    text,
    ...(overnights === null
      ? {}
      : {
          note: `Overnights a year: ${String(overnights.before)} before, ${String(overnights.after)} under this term.`,
        }),
  }))
}

/** Says in words when a term holds; `effectiveOn` is the first day of a standing one. */
export function timingInWords({ timing }: TermContent, effectiveOn: PlainDate | null): string {
  switch (timing.kind) {
    case 'once':
      return `On ${formatLongDate(timing.on)}`
    case 'until':
      return `From ${formatLongDate(timing.start)} until the end of ${formatLongDate(timing.end)}`
    case 'standing': {
      const from =
        effectiveOn === null ? 'From the day it takes effect' : `From ${formatLongDate(effectiveOn)}`
      return timing.reviewOn === null
        ? `${from}, until changed`
        : `${from}; review on ${formatLongDate(timing.reviewOn)}`
    }
  }
}

/** Last days to act. A day that nobody has verified is never computed or guessed: the document says so. */
export function deadlineBlocks(deadlines: readonly DeadlineContent[]): readonly Block[] {
  if (deadlines.length === 0) return []
  return [list(deadlines.map((deadline) => `${deadline.label}: ${lastDayInWords(deadline)}`))]
}

function lastDayInWords({ days, lastDay }: DeadlineContent): string {
  if (days === null) return 'Not verified. Ask the court registry or a lawyer.'
  return lastDay === null ? `${String(days)}.` : `${String(days)}. The last day is ${writtenDate(lastDay)}.`
}
