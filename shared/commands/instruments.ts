import { z } from 'zod'
import { DecisionType, Regime, type InstrumentHead } from '../domain/authority/instrument.ts'
import { lawfulTermEnd, startingDeadlines, type Profile } from '../domain/authority/profile.ts'
import { err, ok } from '../domain/result.ts'
import {
  ExclusionCodeSchema,
  Id,
  IssueCodeSchema,
  Line,
  LongText,
  OptionalLine,
  TypedDate,
} from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { bodyOf, caseOf, find, findParty, type Found } from './lookup.ts'
import { profileOf } from './profiles.ts'

const Fields = {
  title: Line.optional(),
  madeOn: TypedDate.optional(),
  clause: OptionalLine.optional(),
  term: z.strictObject({ start: TypedDate.optional(), end: TypedDate.nullable().optional() }).optional(),
  issues: z.array(IssueCodeSchema).optional(),
  exclusions: z.array(ExclusionCodeSchema).optional(),
  contractExclusions: z.array(z.strictObject({ text: Line, keywords: z.array(Line).default([]) })).optional(),
  decisionType: DecisionType.optional(),
  regime: Regime.optional(),
  /** Party (letter or name) to percent; the shares must add up to 100. */
  feeSplit: z.record(z.string(), z.number().min(0).max(100)).optional(),
  reallocation: z.enum(['not-allowed', 'after-written-warning', 'allowed']).optional(),
  answerWindowHours: z.number().int().min(1).max(2000).nullable().optional(),
  documentTitle: OptionalLine.optional(),
  reviewText: LongText.optional(),
  note: LongText.optional(),
}

type InstrumentFields = z.output<z.ZodObject<typeof Fields>>

export const recordInstrument = defineCommand({
  name: 'instrument.record',
  summary:
    'Records the order or signed agreement: term, ticked issues, exclusions, power, confidentiality, fees.',
  input: z.strictObject({
    case: Id,
    kind: z.enum(['order', 'agreement']),
    ...Fields,
    title: Line,
    madeOn: TypedDate,
    enteredOn: TypedDate.nullable().default(null),
    /** Party (letter or name) to the day it signed. */
    signatures: z.record(z.string(), TypedDate).default({}),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const profile = profileOf(found.value.head.profileId)
    const blank = blankInstrument(profile, input.kind, input.madeOn, found.value.head.sample)
    const filled = applyFields(context, found.value, blank, input, profile)
    if (!filled.ok) return filled
    const signatures = readSignatures(found.value, input.signatures)
    if (!signatures.ok) return signatures
    const id = context.newId()
    const head = { ...filled.value, signatures: signatures.value, enteredOn: input.enteredOn }
    const change = created('instrument', id, found.value.id, head, { note: input.note ?? '' })
    return Promise.resolve(ok({ output: { id }, changes: [change] }))
  },
})

export const updateInstrument = defineCommand({
  name: 'instrument.update',
  summary: 'Corrects what was recorded of an instrument, until an issued decision rests on it.',
  input: z.strictObject({ instrument: Id, ...Fields }),
  run: async (context, input) => {
    const found = find(context, 'instrument', input.instrument)
    if (!found.ok) return found
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    if (isCited(context, found.value)) return err({ code: 'instrument-cited' })
    const filled = applyFields(
      context,
      matter.value,
      found.value.head,
      input,
      profileOf(matter.value.head.profileId),
    )
    if (!filled.ok) return filled
    const body = await bodyOf(context, found.value)
    return done(found.value, filled.value, { ...body, note: input.note ?? body.note })
  },
})

export const signInstrument = defineCommand({
  name: 'instrument.sign',
  summary:
    'Records the day a party signed the agreement, or the day the order was entered; without a day, takes it away until an issued decision rests on it.',
  input: z.strictObject({ instrument: Id, party: z.string().optional(), on: TypedDate.nullable() }),
  run: async (context, input) => {
    const found = find(context, 'instrument', input.instrument)
    if (!found.ok) return found
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    const { head } = found.value
    if (input.on === null && isCited(context, found.value)) return err({ code: 'instrument-cited' })
    if (head.kind === 'order') return done(found.value, { ...head, enteredOn: input.on })
    if (input.party === undefined) return err({ code: 'party-needed' })
    const party = findParty(matter.value, input.party)
    if (!party.ok) return party
    const others = head.signatures.filter((signature) => signature.partyId !== party.value.id)
    const signatures = input.on === null ? others : [...others, { partyId: party.value.id, on: input.on }]
    return Promise.resolve(done(found.value, { ...head, signatures }))
  },
})

export const answerDeadline = defineCommand({
  name: 'instrument.answerDeadline',
  summary: 'Answers a number of days that the program may not assume: a checked number, or "not verified".',
  input: z.strictObject({
    instrument: Id,
    deadline: z.string(),
    days: z.number().int().min(0).max(3660).nullable(),
    source: OptionalLine.default(''),
  }),
  run: async (context, input) => {
    const found = find(context, 'instrument', input.instrument)
    if (!found.ok) return found
    const { head } = found.value
    const deadline = head.deadlines.find((each) => each.id === input.deadline)
    if (!deadline) return err({ code: 'no-such-deadline', deadline: input.deadline })
    const answered = {
      ...deadline,
      days: input.days,
      state: input.days === null ? ('not-verified' as const) : ('checked' as const),
      source: input.source || deadline.source,
    }
    const deadlines = head.deadlines.map((each) => (each.id === deadline.id ? answered : each))
    return Promise.resolve(done(found.value, { ...head, deadlines }))
  },
})

function blankInstrument(
  profile: Profile,
  kind: 'order' | 'agreement',
  madeOn: string,
  sample: boolean,
): InstrumentHead {
  return {
    kind,
    title: '',
    madeOn,
    clause: '',
    signatures: [],
    enteredOn: null,
    term: { start: madeOn, end: lawfulTermEnd(profile, madeOn) },
    issues: [],
    exclusions: [...profile.exclusions],
    contractExclusions: [],
    decisionType: 'none',
    regime: 'open',
    feeSplit: [],
    reallocation: 'not-allowed',
    answerWindowHours: null,
    deadlines: [...startingDeadlines(profile)],
    documentTitle: '',
    reviewText: '',
    sample,
  }
}

function applyFields(
  context: CommandContext,
  matter: RecordEntry<'case'>,
  before: InstrumentHead,
  input: InstrumentFields,
  profile: Profile,
): Found<InstrumentHead> {
  const feeSplit = input.feeSplit ? readFeeSplit(matter, input.feeSplit) : ok(before.feeSplit)
  if (!feeSplit.ok) return feeSplit
  const madeOn = input.madeOn ?? before.madeOn
  const term = readTerm(before, input, profile, madeOn)
  if (!term.ok) return term
  const decisionType = input.decisionType ?? before.decisionType
  if (!profile.decisionTypes.includes(decisionType))
    return err({ code: 'power-not-known-here', decisionType, place: profile.name })
  const contractExclusions =
    input.contractExclusions?.map((each) => ({
      id: context.newId(),
      text: each.text,
      keywords: each.keywords.length > 0 ? each.keywords : keywordsOf(each.text),
    })) ?? before.contractExclusions
  return ok({
    ...before,
    title: input.title ?? before.title,
    madeOn,
    clause: input.clause ?? before.clause,
    term: term.value,
    issues: input.issues ? [...new Set(input.issues)].toSorted() : before.issues,
    exclusions: input.exclusions ? [...new Set(input.exclusions)].toSorted() : before.exclusions,
    contractExclusions,
    decisionType,
    regime: input.regime ?? before.regime,
    feeSplit: feeSplit.value,
    reallocation: input.reallocation ?? before.reallocation,
    answerWindowHours:
      input.answerWindowHours === undefined ? before.answerWindowHours : input.answerWindowHours,
    documentTitle: input.documentTitle ?? before.documentTitle,
    reviewText: input.reviewText ?? before.reviewText,
  })
}

function readTerm(
  before: InstrumentHead,
  input: InstrumentFields,
  profile: Profile,
  madeOn: string,
): Found<InstrumentHead['term']> {
  const start = input.term?.start ?? before.term.start
  const end = input.term?.end === undefined ? before.term.end : input.term.end
  if (end !== null && end < start) return err({ code: 'term-ends-before-it-starts' })
  const lawfulEnd = lawfulTermEnd(profile, madeOn)
  if (lawfulEnd && end !== null && end > lawfulEnd)
    return err({ code: 'term-too-long', end: lawfulEnd, source: profile.longestTermYears?.source ?? '' })
  return ok({ start, end })
}

/** The telling words of an excluded matter, cut to their stems: "forfeiture of time" is found in "forfeits". */
function keywordsOf(text: string): string[] {
  const words = (text.toLowerCase().match(/\p{L}{6,}/gu) ?? []).filter((word) => !everydayWords.test(word))
  const stems = words.map((word) => word.slice(0, Math.max(6, word.length - 4)))
  // Without a long word ("pets", "the dog") the words themselves must do, or the matter would never be noticed.
  const short =
    text
      .toLowerCase()
      .match(/\p{L}{3,}/gu)
      ?.filter((word) => !commonWords.has(word)) ?? []
  return [...new Set(stems.length > 0 ? stems : short.length > 0 ? short : [text.toLowerCase()])]
}

/** These stand in almost every term of a decision, so they tell nothing about an excluded matter. */
const everydayWords =
  /^(?:parent(?:s|ing)?|child(?:ren|['’]s)?|coordinat(?:or|ion)|decisions?|anything|matters?|during|regard(?:s|ing)?|related|relating|concern(?:s|ing)?|between|exchanges?)$/u

const commonWords = new Set([
  'time',
  'parent',
  'parents',
  'child',
  'and',
  'any',
  'all',
  'the',
  'for',
  'not',
  'with',
  'from',
  'that',
  'this',
  'are',
  'who',
])

function readFeeSplit(
  matter: RecordEntry<'case'>,
  split: Record<string, number>,
): Found<InstrumentHead['feeSplit']> {
  const shares = []
  for (const [who, percent] of Object.entries(split)) {
    const party = findParty(matter, who)
    if (!party.ok) return party
    shares.push({ partyId: party.value.id, percent })
  }
  const sum = shares.reduce((total, share) => total + share.percent, 0)
  return Math.abs(sum - 100) < 0.01 ? ok(shares) : err({ code: 'shares-not-100', sum })
}

function readSignatures(
  matter: RecordEntry<'case'>,
  signatures: Record<string, string>,
): Found<InstrumentHead['signatures']> {
  const read = []
  for (const [who, on] of Object.entries(signatures)) {
    const party = findParty(matter, who)
    if (!party.ok) return party
    read.push({ partyId: party.value.id, on })
  }
  return ok(read)
}

function isCited(context: CommandContext, entry: RecordEntry<'instrument'>): boolean {
  return context.records
    .list('decision', entry.caseId ?? '')
    .some(({ head }) => head.instrumentId === entry.id && head.state === 'issued')
}

function done(
  entry: RecordEntry<'instrument'>,
  head: InstrumentHead,
  body?: { note: string },
): CommandResult<{ id: string }> {
  return ok({ output: { id: entry.id }, changes: [changed(entry, head, body)] })
}
