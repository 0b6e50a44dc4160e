import { z } from 'zod'
import {
  TermEffect,
  type Calculation,
  type DecisionContent,
  type OperativeTerm,
  type TermDuration,
} from '../domain/decision/decision.ts'
import { findExclusionHits } from '../domain/decision/exclusion-scan.ts'
import { err, ok } from '../domain/result.ts'
import {
  ExclusionCodeSchema,
  Id,
  Line,
  LongText,
  OptionalLine,
  TypedDate,
  TypedDateTime,
} from '../domain/values.ts'
import type { BodyOf, HeadOf, RecordEntry } from '../records/record.ts'
import { changed, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { instrumentFor } from './decision-material.ts'
import { bodyOf, caseOf, find, findParty, type Found } from './lookup.ts'
import { definedOnly } from './practice.ts'

const Duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), on: TypedDate }),
  z.strictObject({ kind: z.literal('until'), start: TypedDate, end: TypedDate }),
  z.strictObject({ kind: z.literal('standing'), reviewOn: TypedDate.nullable().default(null) }),
])
const Overnights = z
  .strictObject({ before: z.number().min(0).max(366), after: z.number().min(0).max(366) })
  .nullable()

const CalculationInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lateness'),
    title: Line,
    rows: z
      .array(z.strictObject({ on: TypedDate, minutes: z.number().int().min(0).max(100_000) }))
      .min(1)
      .max(500),
  }),
  z.strictObject({
    kind: z.literal('make-up'),
    title: Line,
    owedMinutes: z.number().int().min(0).max(1_000_000),
    from: TypedDateTime,
    to: TypedDateTime,
  }),
  z.strictObject({
    kind: z.literal('split'),
    title: Line,
    start: TypedDateTime,
    end: TypedDateTime,
    exchangeAt: TypedDateTime,
    first: z.string(),
    second: z.string(),
  }),
])

export const updateDecision = defineCommand({
  name: 'decision.update',
  summary:
    'Fills in a draft: dates, findings, reasons, what is not decided, what does not change, fees, delivery.',
  input: z.strictObject({
    decision: Id,
    oralOn: TypedDate.nullable().optional(),
    writtenOn: TypedDate.nullable().optional(),
    effectiveOn: TypedDate.nullable().optional(),
    issueSubmitted: LongText.optional(),
    information: LongText.optional(),
    findings: LongText.optional(),
    reasons: LongText.optional(),
    notDecided: z.array(z.strictObject({ text: LongText, reason: LongText.default('') })).optional(),
    unchanged: LongText.optional(),
    feesText: LongText.optional(),
    correctionNote: LongText.optional(),
    delivery: z
      .array(
        z.strictObject({
          to: Line,
          how: OptionalLine.default(''),
          at: TypedDateTime.nullable().default(null),
        }),
      )
      .optional(),
    signedAt: OptionalLine.optional(),
  }),
  run: async (context, { decision, oralOn, writtenOn, effectiveOn, ...content }) => {
    const draft = await openDraft(context, decision)
    if (!draft.ok) return draft
    const head = { ...draft.value.entry.head, ...definedOnly({ oralOn, writtenOn, effectiveOn }) }
    return save(draft.value, { ...draft.value.body.content, ...definedOnly(content) }, head)
  },
})

export const addTerm = defineCommand({
  name: 'decision.addTerm',
  summary: 'Adds an operative term: what it says, what it touches, how long it holds.',
  input: z.strictObject({
    decision: Id,
    text: LongText,
    effect: TermEffect.default('other'),
    duration: Duration,
    overnights: Overnights.default(null),
  }),
  run: async (context, { decision, ...term }) => {
    const draft = await openDraft(context, decision)
    if (!draft.ok) return draft
    const id = context.newId()
    const terms: OperativeTerm[] = [...draft.value.body.content.terms, { id, ...term }]
    return save(draft.value, { ...draft.value.body.content, terms }, undefined, { term: id })
  },
})

export const editTerm = defineCommand({
  name: 'decision.editTerm',
  summary: 'Changes an operative term of a draft, or moves it to another place (1 is first).',
  input: z.strictObject({
    decision: Id,
    term: Id,
    text: LongText.optional(),
    effect: TermEffect.optional(),
    duration: Duration.optional(),
    overnights: Overnights.optional(),
    position: z.number().int().min(1).optional(),
  }),
  run: async (context, { decision, term, position, ...fields }) => {
    const draft = await openDraft(context, decision)
    if (!draft.ok) return draft
    const { terms } = draft.value.body.content
    const before = terms.find((each) => each.id === term)
    if (!before) return err({ code: 'not-found', kind: 'term', id: term })
    const after: OperativeTerm = { ...before, ...definedOnly(fields) }
    const replaced = terms.map((each) => (each.id === term ? after : each))
    const moved = position === undefined ? replaced : moveTo(replaced, after, position - 1)
    return save(draft.value, { ...draft.value.body.content, terms: moved }, undefined, { term })
  },
})

export const removeTerm = defineCommand({
  name: 'decision.removeTerm',
  summary: 'Takes an operative term out of a draft.',
  input: z.strictObject({ decision: Id, term: Id }),
  run: async (context, input) => {
    const draft = await openDraft(context, input.decision)
    if (!draft.ok) return draft
    const { content } = draft.value.body
    return save(draft.value, { ...content, terms: content.terms.filter((each) => each.id !== input.term) })
  },
})

export const setCalculations = defineCommand({
  name: 'decision.setCalculations',
  summary: 'Sets the arithmetic a decision shows: lateness added up, make-up time, a break divided.',
  input: z.strictObject({ decision: Id, calculations: z.array(CalculationInput).max(50) }),
  run: async (context, input) => {
    const draft = await openDraft(context, input.decision)
    if (!draft.ok) return draft
    const matter = caseOf(context, draft.value.entry)
    if (!matter.ok) return matter
    const calculations: Calculation[] = []
    for (const each of input.calculations) {
      const read = readCalculation(context, matter.value, each)
      if (!read.ok) return read
      calculations.push(read.value)
    }
    return save(draft.value, { ...draft.value.body.content, calculations })
  },
})

export const setReallocation = defineCommand({
  name: 'decision.setReallocation',
  summary:
    'Proposes that one parent bears a larger share of the fees for this issue, or takes the proposal back.',
  input: z.strictObject({
    decision: Id,
    reallocation: z
      .strictObject({ party: z.string(), percent: z.number().min(0).max(100), reason: LongText })
      .nullable(),
  }),
  run: async (context, input) => {
    const draft = await openDraft(context, input.decision)
    if (!draft.ok) return draft
    const { content } = draft.value.body
    if (input.reallocation === null) return save(draft.value, { ...content, reallocation: null })
    const matter = caseOf(context, draft.value.entry)
    if (!matter.ok) return matter
    const party = findParty(matter.value, input.reallocation.party)
    if (!party.ok) return party
    const { percent, reason } = input.reallocation
    const warnedOn =
      matter.value.head.warnings.find((warning) => warning.partyId === party.value.id)?.on ?? null
    return save(draft.value, {
      ...content,
      reallocation: { partyId: party.value.id, percent, reason, warnedOn },
    })
  },
})

export const answerExclusion = defineCommand({
  name: 'decision.answerExclusion',
  summary: 'Answers whether words of a draft really belong to an excluded matter; the answer is recorded.',
  input: z.strictObject({
    decision: Id,
    exclusion: ExclusionCodeSchema,
    /** The words that raised the question; left out, every open question of this exclusion is answered. */
    words: z.string().optional(),
    isExcluded: z.boolean(),
    reason: Line,
  }),
  run: async (context, input) => {
    const draft = await openDraft(context, input.decision)
    if (!draft.ok) return draft
    const { content } = draft.value.body
    const instrument = instrumentFor(context, draft.value.entry)
    const hits = instrument ? findExclusionHits(content.terms, instrument.head) : []
    const asked = hits.filter(
      (hit) =>
        hit.exclusion === input.exclusion &&
        (input.words === undefined || hit.words === input.words.toLowerCase()),
    )
    if (asked.length === 0) return err({ code: 'nothing-to-answer', exclusion: input.exclusion })
    const { exclusion, isExcluded, reason } = input
    const answers = [...new Set(asked.map((hit) => hit.words))].map((words) => ({
      exclusion,
      words,
      isExcluded,
      reason,
      answeredAt: context.now,
    }))
    return save(draft.value, { ...content, answers: [...content.answers, ...answers] })
  },
})

interface Draft {
  readonly entry: RecordEntry<'decision'>
  readonly body: BodyOf<'decision'>
}

/** A draft that may be changed; an issued decision is refused with `issued-immutable`. */
async function openDraft(context: CommandContext, id: string): Promise<Found<Draft>> {
  const found = find(context, 'decision', id)
  if (!found.ok) return found
  if (found.value.head.state === 'issued') return err({ code: 'issued-immutable' })
  return ok({ entry: found.value, body: await bodyOf(context, found.value) })
}

function save(
  draft: Draft,
  content: DecisionContent,
  head: HeadOf<'decision'> = draft.entry.head,
  extra: { readonly term?: string } = {},
): CommandResult<{ id: string; term?: string }> {
  const change = changed(draft.entry, head, { ...draft.body, content })
  return ok({ output: { id: draft.entry.id, ...extra }, changes: [change] })
}

function readCalculation(
  context: CommandContext,
  matter: RecordEntry<'case'>,
  input: z.output<typeof CalculationInput>,
): Found<Calculation> {
  const id = context.newId()
  if (input.kind === 'lateness') return ok({ ...input, id })
  if (input.kind === 'make-up')
    return input.to > input.from ? ok({ ...input, id }) : err({ code: 'ends-before-it-starts' })
  const first = findParty(matter, input.first)
  if (!first.ok) return first
  const second = findParty(matter, input.second)
  if (!second.ok) return second
  const { kind, title, start, end, exchangeAt } = input
  const isOrdered = start < exchangeAt && exchangeAt < end
  if (!isOrdered) return err({ code: 'exchange-outside-break' })
  return ok({
    kind,
    id,
    title,
    start,
    end,
    exchangeAt,
    firstPartyId: first.value.id,
    secondPartyId: second.value.id,
  })
}

function moveTo(terms: readonly OperativeTerm[], term: OperativeTerm, index: number): OperativeTerm[] {
  const others = terms.filter((each) => each.id !== term.id)
  return [...others.slice(0, index), term, ...others.slice(index)]
}

export type TermDurationInput = z.input<typeof Duration>
export type { TermDuration }
