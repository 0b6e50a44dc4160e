import {
  exclusionNames,
  issueNames,
  type ExclusionCode,
  type IssueCode,
} from '../domain/authority/issue-codes.ts'
import type { GateCode, GateProblem } from '../domain/decision/gate.ts'
import { addDays, formatLongDate, formatShortDate, formatTime } from '../domain/time/plain-date.ts'
import { maxTextLength } from '../domain/values.ts'
import { hasText, t, textFor } from './index.ts'

/** What a sentence about a case needs to name people and terms instead of ids. */
export interface Names {
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  /** Ids of the operative terms in their order on paper. */
  readonly termIds: readonly string[]
}

type Coded = Readonly<{ code: string; [fact: string]: unknown }>

const nobody: Names = { parties: [], termIds: [] }

/** Says in one or two sentences why a command was refused and what to do next; of a bad input, its first field. */
export function describeRefusal(refusal: Coded, names: Names = nobody): string {
  const told = firstField(refusal)
  return textFor(`refusals.${told.code}`, readable(told, names), t('refusals.unknown'))
}

function firstField(refusal: Coded): Coded {
  const [field] = Array.isArray(refusal['fields']) ? (refusal['fields'] as readonly unknown[]) : [] // just found to be a list
  if (refusal.code !== 'bad-input' || !isFieldProblem(field)) return refusal
  if (hasText(`refusals.${field.message}`)) return { ...field, code: field.message }
  if (field.code === 'too_big') return { code: 'text-too-long', longest: longestIn(field.message) }
  return {
    code: field.code === 'too_small' ? 'field-empty' : 'invalid-input',
    field: fieldWords(field.field),
  }
}

/**
 * Names a field of an input as the screens do: `parties.0.name` is the name of a party. Of a list by names of people only the
 * list itself is named.
 */
export function fieldWords(path: string): string {
  const parts = path.split('.').filter((part) => !/^\d+$/u.test(part))
  const pairs = parts.map((part, index) => (index === 0 ? part : `${parts[index - 1] ?? ''}-${part}`))
  const found = [...pairs.slice(-1), ...parts.toReversed()].find((part) => hasText(`fields.${part}`))
  return textFor(`fields.${found ?? 'unknown'}`, {}, t('fields.unknown'))
}

/** The limit that the schema names in its message. */
function longestIn(message: string): number {
  return Number(/<=(\d+)/u.exec(message)?.[1] ?? maxTextLength)
}

function isFieldProblem(value: unknown): value is { field: string; code: string; message: string } {
  return (
    typeof value === 'object' && value !== null && 'field' in value && 'code' in value && 'message' in value
  )
}

/** Names a test of the gate. */
export function gateTestName(code: GateCode): string {
  return t(`gate.tests.${code}`)
}

/** Says what keeps a test of the gate closed. */
export function describeProblem(problem: GateProblem, names: Names): string {
  if (problem.code === 'content-missing') return t(`gate.missing.${problem.part}`)
  const code = problem.code === 'not-heard' ? `not-heard-${problem.state}` : problem.code
  return textFor(`gate.problems.${code}`, readable(problem, names), t('gate.problems.unknown'))
}

/** A day, or the last minute of one, as people say it: `Fri 16 Oct 2026, end of day`. */
export function formatMinute(wallClock: string): string {
  const [date = '', time = '00:00'] = wallClock.split('T')
  if (time !== '00:00') return `${formatShortDate(date)}, ${formatTime(time)}`
  return t('gate.endOfDay', { date: formatShortDate(addDays(date, -1)) })
}

/** Names an excluded matter inside a sentence; one that the instrument itself excludes keeps its own words. */
export function exclusionInSentence(code: ExclusionCode, matter: string | null = null): string {
  return matter ?? exclusionNames[code].replace(/^[A-Z]/u, (letter) => letter.toLowerCase())
}

/** Turns codes, ids, dates and lists of a refusal into words. */
function readable(facts: object, names: Names): Record<string, unknown> {
  const given: Record<string, unknown> = { ...facts }
  const words = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, word(key, value)]))
  if (typeof given['partyId'] === 'string') words['party'] = nameOf(given['partyId'], names)
  if (typeof given['termId'] === 'string') words['term'] = names.termIds.indexOf(given['termId']) + 1 || '?'
  if (typeof given['matter'] === 'string') words['exclusion'] = given['matter']
  return words
}

function word(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => listWord(String(each))).join(', ')
  if (typeof value !== 'string') return value
  if (value in issueNames) return issueNames[value as IssueCode] // just found among the keys
  if (value in exclusionNames) return exclusionInSentence(value as ExclusionCode) // just found among the keys
  if (key === 'answerBy' || key === 'earliest') return formatMinute(value)
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatLongDate(value) : value
}

function listWord(value: string): string {
  const keys = [`gate.tests.${value}`, `gate.instrumentParts.${value}`]
  const key = keys.find((each) => hasText(each))
  return key ? textFor(key, {}, value) : value
}

function nameOf(partyId: string, names: Names): string {
  return names.parties.find(({ id }) => id === partyId)?.name ?? t('gate.aParent')
}
