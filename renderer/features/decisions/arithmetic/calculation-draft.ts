import type { CommandInput } from '#shared/commands/command.ts'
import type { setCalculations } from '#shared/commands/decision-content.ts'
import type { Calculation } from '#shared/domain/decision/decision.ts'
import { dayTimeOf, minuteOf } from '../fields/day-time.tsx'
import type { DayTime } from '../fields/day-time.tsx'

export type CalculationInput = CommandInput<typeof setCalculations>['calculations'][number]

export interface LatenessDraft {
  readonly kind: 'lateness'
  readonly title: string
  readonly rows: readonly { readonly on: string | null; readonly minutes: number | null }[]
}

export interface MakeUpDraft {
  readonly kind: 'make-up'
  readonly title: string
  readonly owedMinutes: number | null
  readonly from: DayTime
  readonly to: DayTime
}

export interface SplitDraft {
  readonly kind: 'split'
  readonly title: string
  readonly start: DayTime
  readonly end: DayTime
  readonly exchangeAt: DayTime
  readonly first: string
  readonly second: string
}

/** A calculation while it is typed: any figure may still be missing. */
export type CalculationDraft = LatenessDraft | MakeUpDraft | SplitDraft

/** What the vault holds, as fields. */
export function draftOf(calculation: Calculation): CalculationDraft {
  switch (calculation.kind) {
    case 'lateness':
      return { kind: 'lateness', title: calculation.title, rows: calculation.rows }
    case 'make-up': {
      const { title, owedMinutes, from, to } = calculation
      return { kind: 'make-up', title, owedMinutes, from: dayTimeOf(from), to: dayTimeOf(to) }
    }
    case 'split': {
      const { title, start, end, exchangeAt, firstPartyId, secondPartyId } = calculation
      return {
        kind: 'split',
        title,
        start: dayTimeOf(start),
        end: dayTimeOf(end),
        exchangeAt: dayTimeOf(exchangeAt),
        first: firstPartyId,
        second: secondPartyId,
      }
    }
  }
}

/** Why a calculation is not in the document yet. */
export type CalculationGap = 'incomplete' | 'wrong-order' | 'exchange-outside'

/** The calculation as the document can show it, or what it still lacks. */
export function readCalculation(draft: CalculationDraft): CalculationInput | CalculationGap {
  if (draft.title.trim() === '') return 'incomplete'
  switch (draft.kind) {
    case 'lateness': {
      const rows = draft.rows.flatMap(({ on, minutes }) =>
        on === null || minutes === null ? [] : [{ on, minutes }],
      )
      return rows.length === 0 ? 'incomplete' : { kind: 'lateness', title: draft.title, rows }
    }
    case 'make-up': {
      const [from, to] = [minuteOf(draft.from), minuteOf(draft.to)]
      if (from === null || to === null || draft.owedMinutes === null) return 'incomplete'
      return to > from
        ? { kind: 'make-up', title: draft.title, owedMinutes: draft.owedMinutes, from, to }
        : 'wrong-order'
    }
    case 'split': {
      const [start, end, exchangeAt] = [
        minuteOf(draft.start),
        minuteOf(draft.end),
        minuteOf(draft.exchangeAt),
      ]
      if (start === null || end === null || exchangeAt === null) return 'incomplete'
      if (end <= start) return 'wrong-order'
      if (exchangeAt <= start || exchangeAt >= end) return 'exchange-outside'
      return {
        kind: 'split',
        title: draft.title,
        start,
        end,
        exchangeAt,
        first: draft.first,
        second: draft.second,
      }
    }
  }
}
