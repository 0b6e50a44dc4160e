import { z } from 'zod'
import { Id, StoredDate, StoredInstant, StoredTime, Tier } from '../values.ts'

export const SessionMethod = z.enum(['in-person', 'video', 'phone', 'shuttle', 'e-mail'])
export const SessionPurpose = z.enum([
  'consultation',
  'orientation',
  'facilitation',
  'individual',
  'collateral',
  'review',
])
export const EntryKind = z.enum([
  'note',
  'statement',
  'proposal',
  'agreement',
  'fact',
  'task',
  'impasse',
  'reflection',
])

/** One line of a session: who said it (a party id, `coordinator` or a name), what kind it is, and who may see it. */
export const SessionEntry = z.looseObject({
  id: Id,
  at: StoredInstant,
  kind: EntryKind,
  speaker: z.string(),
  tier: Tier,
  text: z.string(),
  struckOut: z.boolean(),
  /** True for an entry added after the session was signed. */
  addendum: z.boolean(),
})

export const SessionHead = z.looseObject({
  heldOn: StoredDate,
  startTime: StoredTime,
  minutes: z.number().int(),
  method: SessionMethod,
  purpose: SessionPurpose,
  present: z.array(Id),
  others: z.string(),
  disputeIds: z.array(Id),
  state: z.enum(['open', 'signed']),
  signedAt: StoredInstant.nullable(),
  entryCount: z.number().int(),
  sample: z.boolean(),
})

export const SessionBody = z.looseObject({ entries: z.array(SessionEntry) })

export type EntryKind = z.infer<typeof EntryKind>
export type SessionEntry = z.infer<typeof SessionEntry>
export type SessionHead = z.infer<typeof SessionHead>
export type SessionBody = z.infer<typeof SessionBody>
