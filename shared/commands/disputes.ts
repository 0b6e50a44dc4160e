import { z } from 'zod'
import { isOpenDispute, type DisputeBody, type DisputeHead } from '../domain/dispute/dispute.ts'
import { answerWindowEnd, endOfDay } from '../domain/dispute/heard.ts'
import { err, ok } from '../domain/result.ts'
import { findWrongDates } from '../domain/time/plain-date.ts'
import {
  Id,
  IssueCodeSchema,
  Line,
  LongText,
  RequiredText,
  TypedDate,
  TypedDateTime,
  TypedDayOrMinute,
} from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { bodyOf, caseOf, find, findClauses, findParty } from './lookup.ts'
import { definedOnly } from './practice.ts'

export const raiseDispute = defineCommand({
  name: 'dispute.raise',
  summary: 'Puts one issue on the table: its code, the clauses it touches, who raised it.',
  input: z.strictObject({
    case: Id,
    title: Line,
    issue: IssueCodeSchema,
    raisedBy: z.string().nullable().default(null),
    raisedOn: TypedDate,
    question: LongText.default(''),
    clauses: z.array(z.string()).default([]),
    planIsSilent: z.boolean().default(false),
    silentReason: LongText.default(''),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    if (found.value.head.status.state === 'ended') return err({ code: 'case-ended' })
    const raisedBy = input.raisedBy === null ? ok(null) : findParty(found.value, input.raisedBy)
    if (!raisedBy.ok) return raisedBy
    const clauses = findClauses(context, found.value.id, input.clauses)
    if (!clauses.ok) return clauses
    const id = context.newId()
    const head: DisputeHead = {
      number: nextNumber(context, found.value.id),
      title: input.title,
      issue: input.issue,
      raisedBy: raisedBy.value?.id ?? null,
      raisedOn: input.raisedOn,
      status: 'raised',
      clauseIds: [...clauses.value],
      planIsSilent: input.planIsSilent,
      notices: [],
      answers: [],
      facilitation: null,
      referral: null,
      sample: found.value.head.sample,
    }
    const body = {
      question: input.question,
      silentReason: input.silentReason,
      positions: [],
      attempts: '',
      agreedTerms: [],
    }
    return Promise.resolve(
      ok({
        output: { id, number: head.number },
        changes: [created('dispute', id, found.value.id, head, body)],
      }),
    )
  },
})

export const updateDispute = defineCommand({
  name: 'dispute.update',
  summary:
    'Changes the title, code, question, clauses, attempts at agreement or agreed terms of an open dispute.',
  input: z.strictObject({
    dispute: Id,
    title: Line.optional(),
    issue: IssueCodeSchema.optional(),
    question: LongText.optional(),
    clauses: z.array(z.string()).optional(),
    planIsSilent: z.boolean().optional(),
    silentReason: LongText.optional(),
    attempts: LongText.optional(),
    agreedTerms: z.array(RequiredText).optional(),
  }),
  run: async (context, input) => {
    const found = openDispute(context, input.dispute)
    if (!found.ok) return found
    const clauses = input.clauses
      ? findClauses(context, found.value.caseId ?? '', input.clauses)
      : ok(found.value.head.clauseIds)
    if (!clauses.ok) return clauses
    const [wrongDate] = (input.agreedTerms ?? []).flatMap(findWrongDates)
    if (wrongDate) return err(wrongDate)
    const head = {
      ...found.value.head,
      ...definedOnly({ title: input.title, issue: input.issue, planIsSilent: input.planIsSilent }),
      clauseIds: [...clauses.value],
    }
    const { question, silentReason, attempts, agreedTerms } = input
    const body = {
      ...(await bodyOf(context, found.value)),
      ...definedOnly({ question, silentReason, attempts, agreedTerms }),
    }
    return done(found.value, head, body)
  },
})

export const sendNotice = defineCommand({
  name: 'dispute.sendNotice',
  summary: 'Records notice to a parent, and by when an answer is awaited (a whole day counts to its end).',
  input: z.strictObject({
    dispute: Id,
    to: z.string(),
    sentAt: TypedDateTime,
    /** A day (to its end) or a minute; left out, the instrument’s own window counts. */
    answerBy: TypedDayOrMinute.optional(),
  }),
  run: async (context, input) => {
    const found = openDispute(context, input.dispute)
    if (!found.ok) return found
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    const party = findParty(matter.value, input.to)
    if (!party.ok) return party
    const hours = context.records.list('instrument', matter.value.id).at(-1)?.head.answerWindowHours ?? null
    const earliest = answerWindowEnd(input.sentAt, hours, matter.value.head.zone)
    const asked = input.answerBy === undefined ? earliest : toMinute(input.answerBy)
    if (asked === null) return err({ code: 'answer-day-needed' })
    if (earliest !== null && asked < earliest) return err({ code: 'window-too-short', earliest, hours })
    if (asked <= input.sentAt) return err({ code: 'answer-before-notice' })
    const notice = { partyId: party.value.id, sentAt: input.sentAt, answerBy: asked }
    const others = found.value.head.notices.filter((each) => each.partyId !== party.value.id)
    return done(found.value, { ...found.value.head, notices: [...others, notice] })
  },
})

export const recordPosition = defineCommand({
  name: 'dispute.recordPosition',
  summary: 'Records a parent’s position, fairly put, and whether the parent has nothing to add.',
  input: z.strictObject({
    dispute: Id,
    party: z.string(),
    on: TypedDate,
    text: RequiredText,
    complete: z.boolean().default(false),
  }),
  run: async (context, input) => {
    const found = openDispute(context, input.dispute)
    if (!found.ok) return found
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    const party = findParty(matter.value, input.party)
    if (!party.ok) return party
    const partyId = party.value.id
    const body = await bodyOf(context, found.value)
    const positions = [
      ...body.positions.filter((each) => each.partyId !== partyId),
      { partyId, text: input.text },
    ]
    const others = found.value.head.answers.filter((each) => each.partyId !== partyId)
    const answers = [...others, { partyId, receivedOn: input.on, complete: input.complete }]
    return done(found.value, { ...found.value.head, answers }, { ...body, positions })
  },
})

export const recordFacilitation = defineCommand({
  name: 'dispute.recordFacilitation',
  summary:
    'Records how the attempt at agreement ended: agreed, partly agreed, impasse with its date, or urgency with its reason.',
  input: z.strictObject({
    dispute: Id,
    outcome: z.enum(['agreed', 'partly-agreed', 'impasse', 'urgent']),
    on: TypedDate,
    attempts: LongText.optional(),
    agreedTerms: z.array(RequiredText).optional(),
    reason: Line.optional(),
  }),
  run: async (context, input) => {
    const found = openDispute(context, input.dispute)
    if (!found.ok) return found
    const { outcome, on, attempts, agreedTerms } = input
    if (outcome === 'urgent' && input.reason === undefined) return err({ code: 'urgency-reason-missing' })
    const body = { ...(await bodyOf(context, found.value)), ...definedOnly({ attempts, agreedTerms }) }
    const isAgreement = outcome === 'agreed' || outcome === 'partly-agreed'
    if (isAgreement && body.agreedTerms.length === 0) return err({ code: 'agreed-terms-missing' })
    const [wrongDate] = (agreedTerms ?? []).flatMap(findWrongDates)
    if (wrongDate) return err(wrongDate)
    const facilitation = outcome === 'urgent' ? { outcome, on, reason: input.reason ?? '' } : { outcome, on }
    const status = outcome === 'agreed' ? 'agreed' : 'impasse'
    return done(found.value, { ...found.value.head, facilitation, status }, body)
  },
})

export const referDispute = defineCommand({
  name: 'dispute.refer',
  summary: 'Refers an issue out: it is closed as referred, never as decided.',
  input: z.strictObject({
    dispute: Id,
    to: z.enum([
      'mediation',
      'counsel-or-court',
      'therapist',
      'child-protection',
      'police',
      'other-professional',
    ]),
    on: TypedDate,
    reason: Line,
  }),
  run: async (context, { dispute, ...referral }) => {
    const found = openDispute(context, dispute)
    if (!found.ok) return found
    return Promise.resolve(done(found.value, { ...found.value.head, referral, status: 'referred' }))
  },
})

export const closeDispute = defineCommand({
  name: 'dispute.close',
  summary: 'Closes an issue that was agreed, decided, recommended on or withdrawn.',
  input: z.strictObject({ dispute: Id }),
  run: async (context, { dispute }) => {
    const found = find(context, 'dispute', dispute)
    if (!found.ok) return found
    const { status } = found.value.head
    // A referral stays readable as what it is: it must never look like an issue that was decided.
    if (status === 'referred' || status === 'closed') return err({ code: 'dispute-not-open', status })
    return Promise.resolve(done(found.value, { ...found.value.head, status: 'closed' }))
  },
})

/** A dispute that may still be worked on; decided, recommended, referred and closed ones are refused. */
function openDispute(context: CommandContext, id: string) {
  const found = find(context, 'dispute', id)
  if (!found.ok) return found
  return isOpenDispute(found.value.head)
    ? found
    : err({ code: 'dispute-not-open', status: found.value.head.status })
}

function nextNumber(context: CommandContext, caseId: string): number {
  return 1 + Math.max(0, ...context.records.list('dispute', caseId).map(({ head }) => head.number))
}

function toMinute(day: string): string {
  return day.includes('T') ? day : endOfDay(day)
}

function done(
  entry: RecordEntry<'dispute'>,
  head: DisputeHead,
  body?: DisputeBody,
): CommandResult<{ id: string }> {
  return ok({ output: { id: entry.id }, changes: [changed(entry, head, body)] })
}
