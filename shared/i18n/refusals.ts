import {
  exclusionNames,
  issueNames,
  type ExclusionCode,
  type IssueCode,
} from '../domain/authority/issue-codes.ts'
import type { GateCode, GateProblem } from '../domain/decision/gate.ts'
import { addDays, formatLongDate, formatShortDate, formatTime } from '../domain/time/plain-date.ts'
import { hasText, t, textFor } from './index.ts'

/** What a sentence about a case needs to name people and terms instead of ids. */
export interface Names {
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  /** Ids of the operative terms in their order on paper. */
  readonly termIds: readonly string[]
}

const nobody: Names = { parties: [], termIds: [] }

/** Says in one or two sentences why a command was refused and what to do next. */
export function describeRefusal(
  refusal: Readonly<{ code: string; [fact: string]: unknown }>,
  names: Names = nobody,
): string {
  return textFor(`refusals.${refusal.code}`, readable(refusal, names), t('refusals.unknown'))
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
  if (value in exclusionNames) return exclusionNames[value as ExclusionCode] // just found among the keys
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
