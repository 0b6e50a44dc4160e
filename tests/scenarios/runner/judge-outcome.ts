import type { Refusal } from '#shared/commands/command.ts'
import type { FieldProblem } from '#shared/commands/validate.ts'
import { compare, includes, show } from './compare.ts'
import type { Outcome } from './driver.ts'
import type { Expectation } from './format.ts'

/** Tells how an outcome differs from what the step expects; nothing when it does not. */
export function judgeOutcome(outcome: Outcome, expected: Expectation): readonly string[] {
  if (expected === 'ok') return outcome.ok ? [] : [`refused: ${describe(outcome.error)}`]
  if ('ok' in expected) {
    if (!outcome.ok) return [`refused: ${describe(outcome.error)}`]
    return includes(outcome.value, expected.ok)
      ? []
      : [`answered ${show(outcome.value)}, should include ${show(expected.ok)}`]
  }
  if (outcome.ok) return [`was done, should have been refused with ${expected.refused}`]
  return judgeRefusal(outcome.error, expected)
}

type Refused = Extract<Expectation, { readonly refused: string }>

function judgeRefusal(refusal: Refusal, expected: Refused): readonly string[] {
  const problems: string[] = []
  if (!codesOf(refusal, expected.field).includes(expected.refused))
    problems.push(`refused with ${describe(refusal)}, should be ${expected.refused}`)
  if (expected.missing)
    problems.push(...compare(sorted(refusal['missing']), { equals: expected.missing.toSorted() }))
  for (const problem of expected.problems ?? [])
    if (!gateProblems(refusal['items']).some((each) => matches(each, problem)))
      problems.push(`no problem ${show(problem)} among ${show(gateProblems(refusal['items']))}`)
  if (expected.facts && ![refusal, ...fieldsOf(refusal)].some((each) => includes(each, expected.facts)))
    problems.push(`names ${show(refusal)}, should name ${show(expected.facts)}`)
  return problems
}

/** All problems behind closed gate items. */
export function gateProblems(items: unknown): readonly unknown[] {
  if (!Array.isArray(items)) return []
  return (items as { readonly problems?: readonly unknown[] }[]).flatMap(({ problems }) => problems ?? [])
}

/** Whether a problem has the wanted code, or all the wanted facts. */
export function matches(problem: unknown, wanted: unknown): boolean {
  return includes(problem, typeof wanted === 'string' ? { code: wanted } : wanted)
}

/** The code of the refusal and, for input that cannot be read, the codes of its fields. */
function codesOf(refusal: Refusal, field: string | undefined): readonly string[] {
  const fields = fieldsOf(refusal).filter((each) => field === undefined || each.field === field)
  if (field !== undefined && fields.length === 0) return []
  return [refusal.code, ...fields.flatMap((each) => [each.message, ...wordOf(each)])]
}

/** The code under which the program speaks of a text that is empty or too long. */
function wordOf({ code, message }: FieldProblem): readonly string[] {
  if (!message.includes('string')) return []
  return code === 'too_small' ? ['field-empty'] : code === 'too_big' ? ['text-too-long'] : []
}

function fieldsOf(refusal: Refusal): readonly FieldProblem[] {
  // `badInput` makes them.
  return refusal.code === 'bad-input' ? (refusal['fields'] as readonly FieldProblem[]) : []
}

function describe(refusal: Refusal): string {
  const { code, items: _items, ...facts } = refusal
  const problems = gateProblems(refusal['items'])
  const parts = [Object.keys(facts).length > 0 ? show(facts) : '', problems.length > 0 ? show(problems) : '']
  return [code, ...parts.filter(Boolean)].join(' ')
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).toSorted() : value
}
