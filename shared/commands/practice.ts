import { z } from 'zod'
import { ok } from '../domain/result.ts'
import { PracticeHead } from '../domain/practice/practice.ts'
import { OptionalLine } from '../domain/values.ts'
import { practiceId, type RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, removed, type RecordReader } from './command.ts'

/** The practice before the coordinator has said anything about it. */
export const emptyPractice: PracticeHead = {
  coordinatorName: '',
  credentials: '',
  practiceName: '',
  contact: '',
  place: '',
  zone: 'UTC',
  paperSize: 'letter',
  appearance: 'system',
  lockAfterMinutes: 5,
  terminology: 'parent',
  singleKeys: true,
}

/** The practice record, or what it is before anything was entered. */
export function practiceOf(records: Pick<RecordReader, 'get'>): PracticeHead {
  const entry = records.get(practiceId)
  // The id is the practice's own.
  return entry ? (entry as RecordEntry<'practice'>).head : emptyPractice
}

export const updatePractice = defineCommand({
  name: 'practice.update',
  summary: 'Changes the coordinator’s own details: letterhead, zone, appearance, idle lock.',
  input: z.strictObject({
    coordinatorName: OptionalLine.optional(),
    credentials: OptionalLine.optional(),
    practiceName: OptionalLine.optional(),
    contact: OptionalLine.optional(),
    place: OptionalLine.optional(),
    zone: z.string().refine(isTimeZone, { message: 'no-such-zone' }).optional(),
    paperSize: z.enum(['letter', 'a4']).optional(),
    appearance: z.enum(['system', 'light', 'dark']).optional(),
    lockAfterMinutes: z.number().int().min(1).max(60).optional(),
    terminology: z.enum(['parent', 'party']).optional(),
    singleKeys: z.boolean().optional(),
  }),
  run: async (context, input) => {
    const entry = context.records.get(practiceId)
    const before = entry ? practiceOf(context.records) : { ...emptyPractice, zone: context.zone }
    const head = { ...before, ...definedOnly(input) }
    const change = entry
      ? changed(entry as RecordEntry<'practice'>, head) // The id is the practice's own.
      : created('practice', practiceId, null, head, {})
    return Promise.resolve(ok({ output: { id: practiceId }, changes: [change] }))
  },
})

export const removeSample = defineCommand({
  name: 'sample.remove',
  summary: 'Removes every record of the sample practice.',
  input: z.strictObject({}),
  run: async ({ records }) => {
    const kinds = [
      'case',
      'instrument',
      'plan',
      'dispute',
      'session',
      'decision',
      'attachment',
      'receipt',
    ] as const
    const samples = kinds.flatMap((kind) =>
      records.list(kind).filter((entry: RecordEntry) => isSample(entry)),
    )
    return Promise.resolve(ok({ output: { removed: samples.length }, changes: samples.map(removed) }))
  },
})

function isSample(entry: RecordEntry): boolean {
  return 'sample' in entry.head && entry.head.sample === true
}

/** Drops the fields that were not given, so that a spread keeps what was there. */
export function definedOnly<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined)
  // Only undefined values were dropped.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false // Intl throws a RangeError for a zone it does not know.
  }
}
