import { z } from 'zod'
import { ok } from '../domain/result.ts'
import type { PracticeHead } from '../domain/practice/practice.ts'
import { isTimeZone } from '../domain/time/plain-date.ts'
import { Line, OptionalLine } from '../domain/values.ts'
import { practiceId, type Change, type RecordEntry } from '../records/record.ts'
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
    const { sample, ...head } = { ...before, ...definedOnly(input) }
    const isOwnName = input.coordinatorName !== undefined
    const kept = sample === undefined || isOwnName ? head : { ...head, sample: 'names' as const }
    return Promise.resolve(ok({ output: { id: practiceId }, changes: [saved(context.records, kept)] }))
  },
})

const Names = z.strictObject({
  coordinatorName: Line,
  credentials: OptionalLine.default(''),
  practiceName: OptionalLine.default(''),
  contact: OptionalLine.default(''),
  place: OptionalLine.default(''),
})

const noNames = { coordinatorName: '', credentials: '', practiceName: '', contact: '', place: '' }

export const signSample = defineCommand({
  name: 'sample.signAs',
  summary: 'Gives the practice a fictional coordinator, unless it has one; removed with the sample practice.',
  input: Names,
  run: async ({ records, zone }, names) => {
    const before = practiceOf(records)
    if (before.coordinatorName !== '') return Promise.resolve(ok({ output: { id: practiceId }, changes: [] }))
    const head: PracticeHead = records.get(practiceId)
      ? { ...before, ...names, sample: 'names' }
      : { ...emptyPractice, zone, ...names, sample: 'whole' }
    return Promise.resolve(ok({ output: { id: practiceId }, changes: [saved(records, head)] }))
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
    const changes = [...samples.map(removed), ...unsigned(records)]
    return Promise.resolve(ok({ output: { removed: samples.length }, changes }))
  },
})

/** Takes the fictional coordinator out again; what the user has set stays. */
function unsigned(records: RecordReader): readonly Change[] {
  const entry = records.get(practiceId)
  const { sample, ...head } = practiceOf(records)
  if (!entry || sample === undefined) return []
  return [sample === 'whole' ? removed(entry) : saved(records, { ...head, ...noNames })]
}

function saved(records: RecordReader, head: PracticeHead): Change {
  const entry = records.get(practiceId)
  return entry
    ? changed(entry as RecordEntry<'practice'>, head) // The id is the practice's own.
    : created('practice', practiceId, null, head, {})
}

function isSample(entry: RecordEntry): boolean {
  return 'sample' in entry.head && entry.head.sample === true
}

/** Drops the fields that were not given, so that a spread keeps what was there. */
export function definedOnly<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined)
  // Only undefined values were dropped.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
