import type { PlainDate, PlainDateTime } from '../../domain/time/plain-date.ts'

/**
 * What each document may show, and nothing else.
 *
 * Builders know only these types. Private notes, screening answers, addresses, caucus and child entries and
 * full names of children have no field here, so that no builder can print them, whatever it does.
 */
export interface PracticeContent {
  readonly name: string
  readonly credentials: string
  readonly practiceName: string
  /** Role in this matter, e.g. "Parenting Coordinator". */
  readonly role: string
  readonly contact: string
  readonly place: string
  readonly paperSize: 'letter' | 'a4'
}

/** A party as the style of cause names it. */
export interface PartyContent {
  /** "Parent A", or "Party C" for a person who is not a parent. */
  readonly label: string
  readonly name: string
}

/** A child on anything that may be filed. */
export interface ChildContent {
  readonly initials: string
  readonly birthYear: number | null
}

export interface MatterContent {
  readonly court: { readonly name: string; readonly registry: string; readonly fileNumber: string } | null
  readonly parties: readonly PartyContent[]
  readonly children: readonly ChildContent[]
  /** IANA zone in which the times of the document are written. */
  readonly zone: string
  readonly language: string
}

export type RegimeContent = 'open' | 'closed' | 'mixed'

export interface InstrumentContent {
  readonly kind: 'order' | 'agreement'
  readonly title: string
  readonly madeOn: PlainDate
  readonly clause: string
  readonly termStart: PlainDate
  readonly termEnd: PlainDate | null
  readonly regime: RegimeContent
  readonly decisionType: 'none' | 'recommend' | 'decide-temporary' | 'decide-binding'
}

/** When a term holds. */
export type TermTiming =
  | { readonly kind: 'once'; readonly on: PlainDate }
  | { readonly kind: 'until'; readonly start: PlainDate; readonly end: PlainDate }
  | { readonly kind: 'standing'; readonly reviewOn: PlainDate | null }

/** An operative term: the same number and the same words in every document. */
export interface TermContent {
  readonly number: string
  readonly text: string
  readonly timing: TermTiming
  readonly overnights: { readonly before: number; readonly after: number } | null
}

/** Arithmetic as it is printed: the figures, then the lines with the sums. */
export interface CalculationContent {
  readonly title: string
  readonly table: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  } | null
  readonly lines: readonly string[]
}

/** A last day that the document prints; `days` null means that nobody has verified it, and no day is printed. */
export interface DeadlineContent {
  readonly label: string
  readonly days: number | null
  readonly lastDay: PlainDate | null
}

/** What the summary and the case file quote of a decision. */
export interface OperativeContent {
  readonly form: 'decision' | 'recommendation'
  /** Legal nature and number: "Determination No. 1". */
  readonly title: string
  readonly status: 'draft' | 'issued'
  readonly writtenOn: PlainDate | null
  readonly effectiveOn: PlainDate | null
  readonly asked: string
  readonly terms: readonly TermContent[]
  readonly notDecided: readonly { readonly text: string; readonly reason: string }[]
  readonly unchanged: string
  readonly reviewText: string
  readonly deadlines: readonly DeadlineContent[]
}

export interface DecisionContent extends OperativeContent {
  readonly practice: PracticeContent
  readonly matter: MatterContent
  /** Null in a draft of a case that has no order or agreement yet. */
  readonly instrument: InstrumentContent | null
  readonly version: number
  readonly oralOn: PlainDate | null
  /** What this document corrects or supplements, and what was corrected in it later. */
  readonly corrects: string | null
  readonly correctionNote: string
  readonly supersededBy: string | null
  readonly issue: {
    readonly code: string
    readonly name: string
    readonly question: string
    readonly raisedBy: string
    readonly raisedOn: PlainDate
  }
  readonly clauses: readonly { readonly citation: string; readonly heading: string; readonly text: string }[]
  readonly silentReason: string
  /** Empty where the regime keeps facilitation confidential. */
  readonly attempts: string
  readonly facilitation: { readonly outcome: string; readonly on: PlainDate } | null
  readonly heard: readonly HearingContent[]
  readonly positions: readonly { readonly label: string; readonly text: string }[]
  readonly information: string
  readonly findings: string
  readonly calculations: readonly CalculationContent[]
  readonly reasons: string
  readonly fees: string
  readonly delivery: readonly {
    readonly to: string
    readonly how: string
    readonly at: PlainDateTime | null
  }[]
  readonly signedAt: string
}

export interface HearingContent {
  readonly label: string
  readonly noticeAt: PlainDateTime | null
  readonly answerBy: PlainDateTime | null
  readonly receivedOn: PlainDate | null
}

/** The parents' own page: children by first name, because it is not for filing. */
export interface ParentsSummaryContent extends OperativeContent {
  readonly practice: PracticeContent
  readonly matter: MatterContent
  readonly regime: RegimeContent
  readonly childFirstNames: readonly string[]
}

/** A session as the case file shows it: only entries that were marked as shared. */
export interface SessionContent {
  readonly heldOn: PlainDate
  readonly startTime: string
  readonly minutes: number
  readonly method: string
  readonly purpose: string
  readonly present: readonly string[]
  readonly isSigned: boolean
  readonly entries: readonly { readonly speaker: string; readonly kind: string; readonly text: string }[]
  /** True when the regime keeps what was said out of this file. */
  readonly isWithheld: boolean
}

export interface AgreementContent {
  readonly subject: string
  readonly on: PlainDate
  readonly terms: readonly string[]
}

/** Classes of material that may be left out of a document; the register describes them and never shows them. */
export type LeftOutClass =
  | 'session-content'
  | 'facilitation-agreements'
  | 'caucus'
  | 'child'
  | 'protected'
  | 'private'
  | 'struck-out'
  | 'private-note'
  | 'screening'
  | 'contact'
  | 'draft'
  | 'attachment'

export interface LeftOutContent {
  readonly kind: LeftOutClass
  readonly count: number
}

export interface CaseContent {
  readonly practice: PracticeContent
  readonly matter: MatterContent
  readonly recipient: 'court' | 'parents' | 'coordinator'
  /** Name of the one parent it is made for, where it is not for all. */
  readonly recipientName: string | null
  readonly preparedOn: PlainDate
  readonly status: 'draft' | 'issued'
  readonly instruments: readonly (InstrumentContent & {
    readonly issues: readonly string[]
    readonly exclusions: readonly string[]
  })[]
  readonly chronology: readonly { readonly on: PlainDate; readonly event: string; readonly source: string }[]
  readonly issues: readonly {
    readonly number: number
    readonly title: string
    readonly subject: string
    readonly raisedBy: string
    readonly raisedOn: PlainDate
    readonly outcome: string
  }[]
  readonly decisions: readonly OperativeContent[]
  readonly agreements: readonly AgreementContent[]
  readonly sessions: readonly SessionContent[]
  readonly documents: readonly {
    readonly title: string
    readonly receivedOn: PlainDate
    readonly from: string
  }[]
  readonly leftOut: readonly LeftOutContent[]
}
