import { z } from 'zod'
import { err, ok } from '../domain/result.ts'
import { findJointSessionBar } from '../domain/session/joint-session.ts'
import {
  EntryKind,
  SessionMethod,
  SessionPurpose,
  type SessionEntry,
  type SessionHead,
} from '../domain/session/session.ts'
import { dateIn } from '../domain/time/plain-date.ts'
import { Id, LongText, OptionalLine, TypedTime, Tier, TypedDate } from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { bodyOf, caseOf, find, findParties, findParty, type Found } from './lookup.ts'
import { definedOnly } from './practice.ts'

const Details = {
  heldOn: TypedDate,
  startTime: TypedTime,
  minutes: z.number().int().min(0).max(1440),
  method: SessionMethod,
  purpose: SessionPurpose,
  present: z.array(z.string()),
  others: OptionalLine,
  disputes: z.array(Id),
}

export const openSession = defineCommand({
  name: 'session.open',
  summary:
    'Opens a session. Refused before the conflict check, and where screening lets the parties meet only apart.',
  input: z.strictObject({
    case: Id,
    ...Details,
    minutes: Details.minutes.default(0),
    purpose: Details.purpose.default('facilitation'),
    present: Details.present.default([]),
    others: Details.others.default(''),
    disputes: Details.disputes.default([]),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const { conflictCheck, status } = found.value.head
    if (!conflictCheck) return err({ code: 'conflict-check-missing' })
    if (conflictCheck.outcome === 'decline') return err({ code: 'conflict-declined' })
    if (status.state === 'ended') return err({ code: 'case-ended' })
    const present = findParties(found.value, input.present)
    if (!present.ok) return present
    const disputes = checkDisputes(context, found.value.id, input.disputes)
    if (!disputes.ok) return disputes
    const { heldOn, startTime, minutes, method, purpose, others } = input
    const presentIds = present.value.map((party) => party.id)
    const bar = findJointSessionBar(found.value.head, method, presentIds)
    if (bar) return err({ code: 'joint-session-barred', ...bar })
    const id = context.newId()
    const head: SessionHead = {
      heldOn,
      startTime,
      minutes,
      method,
      purpose,
      present: presentIds,
      others,
      disputeIds: [...disputes.value],
      state: 'open',
      signedAt: null,
      entryCount: 0,
      sample: found.value.head.sample,
    }
    return Promise.resolve(
      ok({ output: { id }, changes: [created('session', id, found.value.id, head, { entries: [] })] }),
    )
  },
})

export const updateSession = defineCommand({
  name: 'session.update',
  summary: 'Changes date, time, length, method, purpose or who was present, until the session is signed.',
  input: z.strictObject({
    session: Id,
    heldOn: Details.heldOn.optional(),
    startTime: Details.startTime.optional(),
    minutes: Details.minutes.optional(),
    method: Details.method.optional(),
    purpose: Details.purpose.optional(),
    present: Details.present.optional(),
    others: Details.others.optional(),
    disputes: Details.disputes.optional(),
  }),
  run: async (context, { session, present, disputes, ...details }) => {
    const found = find(context, 'session', session)
    if (!found.ok) return found
    if (found.value.head.state === 'signed') return err({ code: 'session-signed' })
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    const parties = present ? findParties(matter.value, present) : undefined
    if (parties && !parties.ok) return parties
    const known = checkDisputes(context, matter.value.id, disputes ?? found.value.head.disputeIds)
    if (!known.ok) return known
    const head: SessionHead = {
      ...found.value.head,
      ...definedOnly(details),
      ...(parties ? { present: parties.value.map((party) => party.id) } : {}),
      disputeIds: [...known.value],
    }
    const bar = findJointSessionBar(matter.value.head, head.method, head.present)
    if (bar) return err({ code: 'joint-session-barred', ...bar })
    return Promise.resolve(ok({ output: { id: session }, changes: [changed(found.value, head)] }))
  },
})

export const addEntry = defineCommand({
  name: 'session.addEntry',
  summary:
    'Adds one line: who said it, what kind it is, who may see it. After signing it becomes an addendum.',
  input: z.strictObject({
    session: Id,
    /** A party (letter or name), `coordinator`, or any other name. */
    speaker: OptionalLine.default('coordinator'),
    kind: EntryKind.default('note'),
    tier: Tier.default('shared'),
    text: LongText,
  }),
  run: async (context, input) => {
    const found = find(context, 'session', input.session)
    if (!found.ok) return found
    const id = context.newId()
    const entry = keepThoughtsPrivate({
      id,
      at: context.now,
      kind: input.kind,
      speaker: speakerOf(context, found.value, input.speaker),
      tier: input.tier,
      text: input.text,
      struckOut: false,
      addendum: found.value.head.state === 'signed',
    })
    const body = await bodyOf(context, found.value)
    return done(found.value, [...body.entries, entry], { id: input.session, entry: id })
  },
})

export const editEntry = defineCommand({
  name: 'session.editEntry',
  summary: 'Changes a line of a session that is not yet signed.',
  input: z.strictObject({
    session: Id,
    entry: Id,
    speaker: OptionalLine.optional(),
    kind: EntryKind.optional(),
    tier: Tier.optional(),
    text: LongText.optional(),
  }),
  run: async (context, { session, entry: entryId, speaker, ...fields }) => {
    const found = find(context, 'session', session)
    if (!found.ok) return found
    const body = await bodyOf(context, found.value)
    const before = body.entries.find((entry) => entry.id === entryId)
    if (!before) return err({ code: 'not-found', kind: 'entry', id: entryId })
    if (found.value.head.state === 'signed' && !isTodaysAddendum(context, before))
      return err({ code: 'session-signed' })
    const after = keepThoughtsPrivate({
      ...before,
      ...definedOnly(fields),
      ...(speaker === undefined ? {} : { speaker: speakerOf(context, found.value, speaker) }),
    })
    const entries = body.entries.map((entry) => (entry.id === entryId ? after : entry))
    return done(found.value, entries, { id: session, entry: entryId })
  },
})

export const strikeEntry = defineCommand({
  name: 'session.strikeEntry',
  summary: 'Strikes a line out (or restores it); it stays readable and is marked.',
  input: z.strictObject({ session: Id, entry: Id, struckOut: z.boolean().default(true) }),
  run: async (context, input) => {
    const found = find(context, 'session', input.session)
    if (!found.ok) return found
    if (found.value.head.state === 'signed') return err({ code: 'session-signed' })
    const body = await bodyOf(context, found.value)
    if (!body.entries.some((entry) => entry.id === input.entry))
      return err({ code: 'not-found', kind: 'entry', id: input.entry })
    const entries = body.entries.map((entry) =>
      entry.id === input.entry ? { ...entry, struckOut: input.struckOut } : entry,
    )
    return done(found.value, entries, { id: input.session, entry: input.entry })
  },
})

export const signSession = defineCommand({
  name: 'session.sign',
  summary: 'Signs and locks the session; later lines are addenda.',
  input: z.strictObject({ session: Id }),
  run: async (context, input) => {
    const found = find(context, 'session', input.session)
    if (!found.ok) return found
    if (found.value.head.state === 'signed') return err({ code: 'session-signed' })
    const head: SessionHead = { ...found.value.head, state: 'signed', signedAt: context.now }
    return Promise.resolve(ok({ output: { id: input.session }, changes: [changed(found.value, head)] }))
  },
})

/** A reflection is the coordinator's own thought, whoever was chosen as its speaker and whoever might have seen it. */
function keepThoughtsPrivate(entry: SessionEntry): SessionEntry {
  return entry.kind === 'reflection' ? { ...entry, speaker: 'coordinator', tier: 'private' } : entry
}

/** An addendum may be completed on the day it was begun; it has no later signature of its own. */
function isTodaysAddendum(context: CommandContext, entry: SessionEntry): boolean {
  return entry.addendum && dateIn(context.zone, entry.at) === dateIn(context.zone, context.now)
}

function speakerOf(context: CommandContext, entry: RecordEntry<'session'>, speaker: string): string {
  const matter = caseOf(context, entry)
  const party = matter.ok ? findParty(matter.value, speaker) : matter
  return party.ok ? party.value.id : speaker
}

function checkDisputes(
  context: CommandContext,
  caseId: string,
  ids: readonly string[],
): Found<readonly string[]> {
  const known = new Set(context.records.list('dispute', caseId).map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  return unknown === undefined ? ok(ids) : err({ code: 'not-found', kind: 'dispute', id: unknown })
}

function done<Output>(
  entry: RecordEntry<'session'>,
  entries: SessionEntry[],
  output: Output,
): CommandResult<Output> {
  const entryCount = entries.filter(({ struckOut }) => !struckOut).length
  return ok({ output, changes: [changed(entry, { ...entry.head, entryCount }, { entries })] })
}
