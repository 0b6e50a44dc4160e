import { z } from 'zod'
import { stageBlocks, standingBlocks } from '../domain/case/stage.ts'
import type { CaseHead, Child, Counsel, Party } from '../domain/case/case.ts'
import { err, ok } from '../domain/result.ts'
import { dateIn, isTimeZone } from '../domain/time/plain-date.ts'
import { Id, Line, LongText, OptionalLine, TypedDate } from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { bodyOf, find, findParty, findPartyIn, type Found } from './lookup.ts'
import { definedOnly } from './practice.ts'
import { profiles } from './profiles.ts'

const CourtInput = z.strictObject({
  name: Line,
  registry: OptionalLine.default(''),
  fileNumber: OptionalLine.default(''),
})
const ProfileId = z
  .string()
  .refine((id) => profiles.some((profile) => profile.id === id), { message: 'no-such-profile' })

const PartyInput = z.strictObject({
  name: Line,
  shortName: Line.optional(),
  role: z.enum(['parent', 'other']).default('parent'),
})
const ChildInput = z.strictObject({
  name: Line,
  birthYear: z.number().int().min(1990).max(2100).nullable().default(null),
})
const CounselInput = z.strictObject({
  name: Line,
  firm: OptionalLine.default(''),
  for: z.string().nullable().default(null),
})

export const createCase = defineCommand({
  name: 'case.create',
  summary: 'Enters a family: at least two parties, the children, the court file if there is one.',
  input: z.strictObject({
    label: OptionalLine.default(''),
    profile: ProfileId.default('general'),
    zone: OptionalLine.refine((zone) => zone === '' || isTimeZone(zone), { message: 'no-such-zone' }).default(
      '',
    ),
    parties: z.array(PartyInput).min(2, 'two-parties-needed').max(8),
    children: z.array(ChildInput).max(20).default([]),
    counsel: z.array(CounselInput).max(20).default([]),
    court: CourtInput.nullable().default(null),
    sample: z.boolean().default(false),
  }),
  run: async (context, input) => {
    const id = context.newId()
    const parties = input.parties.map((party, index) => makeParty(context, party, index))
    if (hasNameTwice(parties)) return err({ code: 'same-name-twice' })
    const counsel = makeCounsel(context, parties, input.counsel)
    if (!counsel.ok) return counsel
    const head: CaseHead = {
      label: input.label || parties.map((party) => lastName(party.name)).join(' and '),
      profileId: input.profile,
      zone: input.zone || context.zone,
      parties,
      children: input.children.map((child) => makeChild(context, child)),
      counsel: counsel.value,
      court: input.court,
      conflictCheck: null,
      screenings: [],
      warnings: [],
      activatedOn: null,
      status: { state: 'open' },
      sample: input.sample,
      createdAt: context.now,
    }
    const body = { contacts: [], privateNote: '', screeningNotes: [] }
    return Promise.resolve(ok({ output: { id }, changes: [created('case', id, id, head, body)] }))
  },
})

export const updateCase = defineCommand({
  name: 'case.update',
  summary:
    'Changes the label, the place, the court file, names of parties and children, or the private note.',
  input: z.strictObject({
    case: Id,
    label: Line.optional(),
    profile: ProfileId.optional(),
    court: CourtInput.nullable().optional(),
    parties: z
      .array(z.strictObject({ party: z.string(), name: Line, shortName: Line.optional() }))
      .optional(),
    children: z.array(ChildInput).max(20).optional(),
    counsel: z.array(CounselInput).max(20).optional(),
    privateNote: LongText.optional(),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const { head } = found.value
    const hasInstrument = context.records.list('instrument', found.value.id).length > 0
    if (input.profile && input.profile !== head.profileId && hasInstrument)
      return err({ code: 'profile-fixed-by-instrument' })
    const renamed = renameParties(found.value, input.parties ?? [])
    if (!renamed.ok) return renamed
    const counsel = input.counsel ? makeCounsel(context, renamed.value, input.counsel) : ok(head.counsel)
    if (!counsel.ok) return counsel
    const children = input.children?.map((child) => makeChild(context, child))
    const next: CaseHead = {
      ...head,
      parties: renamed.value,
      counsel: counsel.value,
      ...definedOnly({ label: input.label, profileId: input.profile, court: input.court, children }),
    }
    if (input.privateNote === undefined) return done(found.value, next)
    const body = await bodyOf(context, found.value)
    const change = changed(found.value, next, { ...body, privateNote: input.privateNote })
    return ok({ output: { id: input.case }, changes: [change] })
  },
})

export const recordConflictCheck = defineCommand({
  name: 'case.recordConflictCheck',
  summary: 'Records that all names were searched for conflicts of interest, and what came of it.',
  input: z.strictObject({
    case: Id,
    on: TypedDate,
    outcome: z.enum(['clear', 'disclosed-and-accepted', 'decline']),
    note: OptionalLine.default(''),
  }),
  run: (context, { case: id, ...check }) =>
    withCase(context, id, (entry) => done(entry, { ...entry.head, conflictCheck: check })),
})

export const recordScreening = defineCommand({
  name: 'case.recordScreening',
  summary: 'Records the outcome of screening one parent alone; the answers stay private.',
  input: z.strictObject({
    case: Id,
    party: z.string(),
    on: TypedDate,
    outcome: z.enum(['suitable', 'suitable-with-modifications', 'not-suitable']),
    modifications: OptionalLine.default(''),
    privateAnswers: LongText.default(''),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const party = findParty(found.value, input.party)
    if (!party.ok) return party
    const { on, outcome, modifications, privateAnswers } = input
    if (outcome === 'suitable-with-modifications' && modifications === '')
      return err({ code: 'modifications-missing' })
    const screening = { partyId: party.value.id, on, outcome, modifications }
    const head = { ...found.value.head, screenings: [...found.value.head.screenings, screening] }
    if (!privateAnswers) return done(found.value, head)
    const body = await bodyOf(context, found.value)
    const screeningNotes = [...body.screeningNotes, { partyId: party.value.id, text: privateAnswers }]
    return ok({
      output: { id: input.case },
      changes: [changed(found.value, head, { ...body, screeningNotes })],
    })
  },
})

export const setContact = defineCommand({
  name: 'case.setContact',
  summary: 'Keeps how one parent is reached; a protected parent’s places never enter a document.',
  input: z.strictObject({
    case: Id,
    party: z.string(),
    address: OptionalLine.default(''),
    phone: OptionalLine.default(''),
    email: OptionalLine.default(''),
    safeContact: OptionalLine.default(''),
    isProtected: z.boolean().default(false),
    protectedWords: z.array(Line).max(50).default([]),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const party = findParty(found.value, input.party)
    if (!party.ok) return party
    const { case: id, party: _who, ...contact } = input
    const body = await bodyOf(context, found.value)
    const others = body.contacts.filter((each) => each.partyId !== party.value.id)
    const contacts = [...others, { partyId: party.value.id, ...contact }]
    return ok({ output: { id }, changes: [changed(found.value, found.value.head, { ...body, contacts })] })
  },
})

export const recordWarning = defineCommand({
  name: 'case.recordWarning',
  summary: 'Records that a parent was warned in writing, e.g. that fees may be shifted.',
  input: z.strictObject({ case: Id, party: z.string(), on: TypedDate, about: Line }),
  run: (context, input) =>
    withCase(context, input.case, (entry) => {
      const party = findParty(entry, input.party)
      if (!party.ok) return party
      const warning = { id: context.newId(), partyId: party.value.id, on: input.on, about: input.about }
      return done(entry, { ...entry.head, warnings: [...entry.head.warnings, warning] })
    }),
})

export const activateCase = defineCommand({
  name: 'case.activate',
  summary: 'Opens the active phase. Refused until conflict check, screening, authority and plan are there.',
  input: z.strictObject({ case: Id, on: TypedDate }),
  run: (context, input) =>
    withCase(context, input.case, (entry) => {
      const { activatedOn, status } = entry.head
      if (status.state !== 'open') return err({ code: 'case-not-open', state: status.state })
      if (activatedOn !== null) return err({ code: 'already-active', on: activatedOn })
      const [block] = stageBlocks({
        head: entry.head,
        instruments: context.records.list('instrument', entry.id).map(({ head }) => head),
        clauseCount: context.records
          .list('plan', entry.id)
          .reduce((sum, plan) => sum + plan.head.clauses.length, 0),
        today: dateIn(entry.head.zone, context.now),
      })
      return block ? err(block) : done(entry, { ...entry.head, activatedOn: input.on })
    }),
})

export const suspendCase = defineCommand({
  name: 'case.suspend',
  summary: 'Suspends the work, with a date and a reason; no decision may be issued meanwhile.',
  input: z.strictObject({ case: Id, on: TypedDate, reason: Line }),
  run: (context, { case: id, on, reason }) =>
    withCase(context, id, (entry) => {
      if (entry.head.status.state !== 'open')
        return err({ code: 'case-not-open', state: entry.head.status.state })
      return done(entry, { ...entry.head, status: { state: 'suspended', on, reason } })
    }),
})

export const resumeCase = defineCommand({
  name: 'case.resume',
  summary: 'Takes up suspended work again.',
  input: z.strictObject({ case: Id }),
  run: (context, input) =>
    withCase(context, input.case, (entry) => {
      if (entry.head.status.state !== 'suspended') return err({ code: 'case-not-suspended' })
      const [block] = standingBlocks(entry.head)
      if (block) return err(block)
      return done(entry, { ...entry.head, status: { state: 'open' } })
    }),
})

export const endCase = defineCommand({
  name: 'case.end',
  summary: 'Ends the appointment and says how.',
  input: z.strictObject({
    case: Id,
    on: TypedDate,
    how: z.enum(['expired', 'completed', 'withdrawn', 'terminated', 'declined', 'referred-out']),
    reason: OptionalLine.default(''),
  }),
  run: (context, { case: id, on, how, reason }) =>
    withCase(context, id, (entry) => {
      if (entry.head.status.state === 'ended') return err({ code: 'case-ended' })
      return done(entry, { ...entry.head, status: { state: 'ended', on, how, reason } })
    }),
})

function makeParty(context: CommandContext, input: z.output<typeof PartyInput>, index: number): Party {
  const homes = ['pine', 'plum'] as const
  return {
    id: context.newId(),
    letter: String.fromCharCode(65 + index),
    name: input.name,
    shortName: input.shortName ?? firstName(input.name),
    initials: initialsOf(input.name),
    role: input.role,
    home: homes[index] ?? 'none',
  }
}

function makeChild(context: CommandContext, { name, birthYear }: z.output<typeof ChildInput>): Child {
  return { id: context.newId(), name, initials: initialsOf(name), birthYear }
}

function renameParties(
  entry: RecordEntry<'case'>,
  changes: readonly {
    readonly party: string
    readonly name: string
    readonly shortName?: string | undefined
  }[],
): Found<Party[]> {
  const renamed = [...entry.head.parties]
  for (const { party: who, name, shortName } of changes) {
    const party = findParty(entry, who)
    if (!party.ok) return party
    const names = { name, shortName: shortName ?? firstName(name), initials: initialsOf(name) }
    renamed[entry.head.parties.indexOf(party.value)] = { ...party.value, ...names }
  }
  return hasNameTwice(renamed) ? err({ code: 'same-name-twice' }) : ok(renamed)
}

function makeCounsel(
  context: CommandContext,
  parties: readonly Party[],
  counsel: readonly z.output<typeof CounselInput>[],
): Found<Counsel[]> {
  const made: Counsel[] = []
  for (const { name, firm, for: client } of counsel) {
    const party = client === null ? ok(null) : findPartyIn(parties, client)
    if (!party.ok) return party
    made.push({ id: context.newId(), name, firm, forPartyId: party.value?.id ?? null })
  }
  return ok(made)
}

function hasNameTwice(parties: readonly Party[]): boolean {
  return new Set(parties.map(({ name }) => name.toLowerCase())).size < parties.length
}

function withCase(
  context: CommandContext,
  id: string,
  apply: (entry: RecordEntry<'case'>) => CommandResult<{ id: string }>,
): Promise<CommandResult<{ id: string }>> {
  const found = find(context, 'case', id)
  return Promise.resolve(found.ok ? apply(found.value) : found)
}

function done(entry: RecordEntry<'case'>, head: CaseHead): CommandResult<{ id: string }> {
  return ok({ output: { id: entry.id }, changes: [changed(entry, head)] })
}

function firstName(name: string): string {
  return name.split(/\s+/u)[0] ?? name
}

function lastName(name: string): string {
  return name.split(/\s+/u).at(-1) ?? name
}

/** Initials as they may be filed: `O.V-C.` for `Oriel Veshti-Castellane`. */
function initialsOf(name: string): string {
  const parts = name.split(/\s+/u).filter(Boolean)
  return parts.map((part) => `${part.split('-').map(firstLetter).join('-')}.`).join('')
}

function firstLetter(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')][0]?.toUpperCase() ?? ''
}
