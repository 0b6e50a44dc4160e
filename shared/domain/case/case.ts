import { z } from 'zod'
import { Id, StoredDate, StoredInstant } from '../values.ts'

/** A parent or another person with a right in the plan; some laws say "party", and there may be more than two. */
export const Party = z.looseObject({
  id: Id,
  /** `A`, `B`, ... in the order of the instrument; neutral, never by gender. */
  letter: z.string(),
  name: z.string(),
  shortName: z.string(),
  initials: z.string(),
  role: z.enum(['parent', 'other']),
  home: z.enum(['pine', 'plum', 'none']),
})

export const Child = z.looseObject({
  id: Id,
  name: z.string(),
  initials: z.string(),
  birthYear: z.number().int().nullable(),
})

export const Counsel = z.looseObject({
  id: Id,
  name: z.string(),
  firm: z.string(),
  /** The client: a party, or `null` for counsel of the child. */
  forPartyId: Id.nullable(),
})

export const Court = z.looseObject({ name: z.string(), registry: z.string(), fileNumber: z.string() })

export const ConflictCheck = z.looseObject({
  on: StoredDate,
  outcome: z.enum(['clear', 'disclosed-and-accepted', 'decline']),
  note: z.string(),
})

export const Screening = z.looseObject({
  partyId: Id,
  on: StoredDate,
  outcome: z.enum(['suitable', 'suitable-with-modifications', 'not-suitable']),
  modifications: z.string(),
})

export const Warning = z.looseObject({ id: Id, partyId: Id, on: StoredDate, about: z.string() })

export const CaseStatus = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('open') }),
  z.looseObject({ state: z.literal('suspended'), on: StoredDate, reason: z.string() }),
  z.looseObject({
    state: z.literal('ended'),
    on: StoredDate,
    how: z.enum(['expired', 'completed', 'withdrawn', 'terminated', 'declined', 'referred-out']),
    reason: z.string(),
  }),
])

export const CaseHead = z.looseObject({
  /** What lists call the family, e.g. both surnames; never printed. */
  label: z.string(),
  profileId: z.string(),
  zone: z.string(),
  parties: z.array(Party),
  children: z.array(Child),
  counsel: z.array(Counsel),
  court: Court.nullable(),
  conflictCheck: ConflictCheck.nullable(),
  screenings: z.array(Screening),
  warnings: z.array(Warning),
  activatedOn: StoredDate.nullable(),
  status: CaseStatus,
  sample: z.boolean(),
  createdAt: StoredInstant,
})

export const Contact = z.looseObject({
  partyId: Id,
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  safeContact: z.string(),
  /** Places of a protected parent: address, phone, work, school route (class P0). They never enter a document. */
  isProtected: z.boolean(),
  protectedWords: z.array(z.string()),
})

export const CaseBody = z.looseObject({
  contacts: z.array(Contact),
  /** The coordinator's own reflections on the case (class P1). */
  privateNote: z.string(),
  /** Answers given in screening (class P3), by party. */
  screeningNotes: z.array(z.looseObject({ partyId: Id, text: z.string() })),
})

export type Party = z.infer<typeof Party>
export type Child = z.infer<typeof Child>
export type Counsel = z.infer<typeof Counsel>
export type Court = z.infer<typeof Court>
export type Contact = z.infer<typeof Contact>
export type CaseHead = z.infer<typeof CaseHead>
export type CaseBody = z.infer<typeof CaseBody>
