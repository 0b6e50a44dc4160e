import { z } from 'zod'
import { commands } from '#shared/commands/registry.ts'
import { nameIn } from '#shared/sample/references.ts'
import { gateCodes } from '#shared/domain/decision/gate.ts'
import { isTimeZone, parseTypedDateTime } from '#shared/domain/time/plain-date.ts'
import { actions } from './actions.ts'
import { checks, type Check, type CheckName } from './check-format.ts'
import { unknownFields } from './unknown-fields.ts'

const Facts = z.record(z.string(), z.json())

export const Refused = z.strictObject({
  /** The code of the refusal; for input that cannot be read, `bad-input` or the code of the field. */
  refused: z.string(),
  /** For `gate-closed`: exactly these items are closed. */
  missing: z.array(z.enum(gateCodes)).optional(),
  /** For `gate-closed`: these problems are among those named, each by its code or by some of its facts. */
  problems: z.array(z.union([z.string(), Facts])).optional(),
  /** For input that cannot be read: the field. */
  field: z.string().optional(),
  /** Facts that the refusal names. */
  facts: Facts.optional(),
})

export const Expectation = z.union([z.literal('ok'), z.strictObject({ ok: Facts }), Refused])

export const Step = z.strictObject({
  note: z.string().optional(),
  at: z.string().optional(),
  do: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  as: z
    .string()
    .regex(/^[A-Za-z][\w-]*$/, 'must be a name of letters, digits, - and _')
    .optional(),
  expect: Expectation.optional(),
  check: z.array(z.record(z.string(), z.unknown())).optional(),
})

export const ScenarioFile = z.strictObject({
  scenario: z.string().min(1),
  about: z.string().optional(),
  /** Another scenario file, as a path beside this one, whose steps run first; its names may be used here. */
  after: z.string().optional(),
  /** Zone of the clock, and of the practice until it has one of its own; `UTC` when not given. */
  zone: z.string().optional(),
  /** Where the clock stands at the first step; `Sat 21 Nov 2026 09:00` when not given. */
  start: z.string().optional(),
  steps: z.array(z.unknown()).min(1),
  leak: z.array(z.string().min(1)).default([]),
  notYetExpressible: z.array(z.string()).default([]),
})

export type Expectation = z.output<typeof Expectation>

export interface ScenarioStep extends Omit<z.output<typeof Step>, 'check'> {
  readonly check: readonly Check[]
}

export interface Scenario extends Omit<z.output<typeof ScenarioFile>, 'steps'> {
  readonly zone: string
  readonly start: string
  readonly steps: readonly ScenarioStep[]
}

/** A file that is not a scenario: where, and what is wrong. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
}

/**
 * Reads a scenario; throws a `FormatError` that names the step and the field. It goes on from where the scenario it
 * comes after ends: its zone, its clock and its names.
 */
export function readScenario(text: string, before?: Scenario): Scenario {
  const file = parseAs(ScenarioFile, parseJson(text), 'the file')
  const names = new Set((before?.steps ?? []).flatMap(({ as }) => as ?? []))
  const steps = file.steps.map((raw, index) => readStep(raw, `step ${String(index + 1)}`, names))
  const scenario = {
    ...file,
    zone: file.zone ?? before?.zone ?? 'UTC',
    start: before?.start ?? file.start ?? 'Sat 21 Nov 2026 09:00',
    steps,
  }
  checkMoments(scenario)
  return scenario
}

/** The file that must be read first, if any. */
export function fileBefore(text: string): string | undefined {
  const raw = parseJson(text)
  const { after } = typeof raw === 'object' && raw !== null && 'after' in raw ? raw : { after: undefined }
  return typeof after === 'string' ? after : undefined
}

function checkMoments({ zone, start, steps }: Scenario): void {
  if (!isTimeZone(zone)) throw new FormatError(`the file: zone: there is no time zone "${zone}"`)
  const moments = [
    { place: 'the file: start', at: start },
    ...steps.map(({ at }, index) => ({ place: `step ${String(index + 1)}: at`, at })),
  ]
  for (const { place, at } of moments) {
    const read = at === undefined ? undefined : parseTypedDateTime(at)
    if (read && !read.ok)
      throw new FormatError(
        `${place}: "${at ?? ''}" is refused (${read.error.code}); write it like "Fri 16 Oct 2026 18:00"`,
      )
  }
}

function readStep(raw: unknown, place: string, names: Set<string>): ScenarioStep {
  const step = parseAs(Step, raw, place)
  if (step.do === undefined && step.check === undefined)
    throw new FormatError(`${place}: needs "do" or "check"`)
  if (step.do === undefined && (step.with ?? step.as ?? step.expect) !== undefined)
    throw new FormatError(`${place}: "with", "as" and "expect" belong to a "do"`)
  if (step.do !== undefined) checkArguments(step.do, step.with ?? {}, `${place} (${step.do})`)
  checkNames(step.with, place, names)
  checkNames(step.expect, place, names)
  if (step.as !== undefined) names.add(step.as)
  checkNames(step.check, place, names)
  const check = (step.check ?? []).map((each, index) =>
    readCheck(each, `${place}, check ${String(index + 1)}`),
  )
  return { ...step, check }
}

/** Unknown commands and fields are errors of the file; values are judged by the program when the step runs. */
function checkArguments(name: string, input: unknown, place: string): void {
  const known = { ...Object.fromEntries(commands), ...actions }
  const schema = Object.hasOwn(known, name) ? known[name as keyof typeof known]?.input : undefined
  if (!schema)
    throw new FormatError(
      `${place}: there is no command "${name}". There are: ${Object.keys(known).toSorted().join(', ')}`,
    )
  const [unknown] = unknownFields(schema, input)
  if (unknown)
    throw new FormatError(
      `${place}: unknown field "${unknown.field}". Known here: ${unknown.known.join(', ')}`,
    )
}

function readCheck(raw: Record<string, unknown>, place: string): Check {
  const names = Object.keys(checks) as CheckName[] // keys of the literal
  // `records` may be narrowed by `in`; every other check has one key that names it.
  const name = names.find((each) => Object.hasOwn(raw, each))
  if (name === undefined) throw new FormatError(`${place}: begins with none of ${names.join(', ')}`)
  // The schema is the one of this name.
  return { name, value: parseAs(checks[name].schema, raw, `${place} (${name})`) } as Check
}

function checkNames(value: unknown, place: string, names: ReadonlySet<string>): void {
  if (typeof value === 'string') {
    const name = nameIn(value)
    if (name !== undefined && !names.has(name))
      throw new FormatError(
        `${place}: "$${name}" is not the "as" of an earlier step. There are: ${[...names].join(', ') || 'none yet'}`,
      )
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) checkNames(each, place, names)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new FormatError(`the file is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

function parseAs<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  const [unknown] = unknownFields(schema, value)
  if (unknown)
    throw new FormatError(
      `${place}: unknown field "${unknown.field}". Known here: ${unknown.known.join(', ')}`,
    )
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new FormatError(`${place}: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`)
}
