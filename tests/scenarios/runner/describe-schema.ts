import { z } from 'zod'
import {
  ExclusionCodeSchema,
  Id,
  IssueCodeSchema,
  Line,
  LongText,
  OptionalLine,
  RequiredText,
  StoredDate,
  StoredDateTime,
  StoredInstant,
  StoredTime,
  Tier,
  TypedDate,
  TypedDateTime,
  TypedDayOrMinute,
  TypedTime,
} from '#shared/domain/values.ts'
import { innermost } from './unknown-fields.ts'

export interface FieldDescription {
  /** Path from the top; `[]` stands for each entry of a list. */
  readonly name: string
  readonly type: string
  /** `required`, `optional`, or what it is when it is not given. */
  readonly need: string
}

/** Schemas that mean more than their shape. */
const knownTypes = new Map<unknown, string>([
  [Id, 'reference'],
  [Line, 'line'],
  [OptionalLine, 'line, may be empty'],
  [LongText, 'text'],
  [RequiredText, 'text, not empty'],
  [TypedDate, 'date'],
  [TypedDateTime, 'date and time'],
  [TypedDayOrMinute, 'date, or date and time'],
  [StoredDate, 'date `YYYY-MM-DD`'],
  [StoredDateTime, 'wall clock `YYYY-MM-DDTHH:mm`'],
  [StoredInstant, 'instant in UTC'],
  [StoredTime, 'time `HH:mm`'],
  [TypedTime, 'time, e.g. `17:00`'],
  [IssueCodeSchema, 'issue code `I-01` … `I-24`'],
  [ExclusionCodeSchema, 'exclusion code `X-01` … `X-14`'],
  [Tier, Tier.options.map((option) => `\`${option}\``).join(', ')],
])

/** Plain texts that stand for something, told by the name of their field. */
const meanings: Readonly<Record<string, string>> = {
  party: 'party',
  to: 'party',
  from: 'party',
  for: 'party',
  first: 'party',
  second: 'party',
  raisedBy: 'party',
  'present[]': 'party',
  'clauses[]': 'citation',
  clause: 'citation',
  after: 'citation',
  deadline: 'id of the deadline, e.g. `court-report`',
  profile: 'place, e.g. `ca-bc`',
  zone: 'time zone, e.g. `America/Vancouver`',
  file: 'path beside the scenario',
}

/** Lists every field that a schema takes, nested ones included. */
export function describeFields(schema: unknown, path = ''): readonly FieldDescription[] {
  const inner = innermost(schema)
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([key, each]) =>
    describeField(each, path === '' ? key : `${path}.${key}`),
  )
}

function describeField(schema: unknown, name: string): readonly FieldDescription[] {
  const own = { name, type: typeOf(schema, name), need: needOf(schema) }
  return [own, ...nestedFields(schema, name)]
}

function nestedFields(schema: unknown, name: string): readonly FieldDescription[] {
  if (knownType(schema) !== undefined) return []
  const inner = innermost(schema)
  if (inner instanceof z.ZodArray) return nestedFields(inner.element, `${name}[]`)
  if (inner instanceof z.ZodUnion)
    return inner.options.flatMap((option) => describeFields(option, `${name}${variantOf(option)}`))
  return describeFields(inner, name)
}

/** ` (kind once)` for one of several shapes that a field may have. */
function variantOf(option: unknown): string {
  const inner = innermost(option)
  if (!(inner instanceof z.ZodObject)) return ''
  const literal = Object.entries(inner.shape).find(([, each]) => each instanceof z.ZodLiteral)
  return literal ? ` (${literal[0]} ${String((literal[1] as z.ZodLiteral).value)})` : ''
}

function typeOf(schema: unknown, name: string): string {
  const known = knownType(schema)
  if (known !== undefined) return known
  const last = name.split('.').at(-1) ?? name
  const inner = innermost(schema)
  if (inner instanceof z.ZodArray) return `list of ${typeOf(inner.element, `${name}[]`)}`
  if (inner instanceof z.ZodEnum) return inner.options.map((option) => `\`${String(option)}\``).join(', ')
  if (inner instanceof z.ZodLiteral) return `\`${String(inner.value)}\``
  if (inner instanceof z.ZodUnion)
    return [...new Set(inner.options.map((option) => typeOf(option, name)))].join(', or ')
  if (inner instanceof z.ZodRecord) return `object: party to ${typeOf(inner.valueType, '')}`
  if (inner instanceof z.ZodObject) return 'object'
  if (inner instanceof z.ZodNumber) return numberType(inner)
  if (inner instanceof z.ZodBoolean) return '`true` or `false`'
  return meanings[last] ?? 'text'
}

function numberType(schema: z.ZodNumber): string {
  const kind = schema.format === 'safeint' ? 'whole number' : 'number'
  const { minValue, maxValue } = schema
  const isOpen = maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER
  if (minValue === null || minValue <= Number.MIN_SAFE_INTEGER) return kind
  return isOpen ? `${kind} from ${String(minValue)}` : `${kind} ${String(minValue)} to ${String(maxValue)}`
}

function knownType(schema: unknown): string | undefined {
  const known = knownTypes.get(schema)
  if (known !== undefined) return known
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return knownType(schema.unwrap())
  return undefined
}

function needOf(schema: unknown): string {
  const parts: string[] = []
  for (let at = schema; ;) {
    if (at instanceof z.ZodNullable) parts.push('or `null`')
    else if (at instanceof z.ZodDefault) parts.unshift(`default \`${JSON.stringify(at.def.defaultValue)}\``)
    else if (at instanceof z.ZodOptional) parts.unshift('optional')
    else break
    at = at.unwrap()
  }
  const isNeeded = !parts.some((part) => part.startsWith('optional') || part.startsWith('default'))
  return [isNeeded ? 'required' : '', ...parts].filter(Boolean).join(', ')
}
