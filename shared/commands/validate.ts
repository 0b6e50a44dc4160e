import type { z } from 'zod'
import type { Refusal } from './command.ts'

/** One field of an input that cannot be read: the code of its rule (`wrong-weekday`), and the facts of that rule. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  /** The code of a rule of ours where there is one, else the words of the schema. */
  readonly message: string
  readonly [fact: string]: unknown
}

/**
 * Says which fields of an input cannot be read and why.
 *
 * Only what a person typed as a date comes back in the facts, so that the sentence can quote it; no other value does.
 */
export function badInput(command: string, error: z.ZodError): Refusal {
  return { code: 'bad-input', command, fields: error.issues.map(toProblem) }
}

function toProblem(issue: z.core.$ZodIssue): FieldProblem {
  const { path, code, message, ...rest } = innermost(issue)
  const facts = code === 'custom' && 'params' in rest ? rest.params : {}
  return { ...facts, field: path.map(String).join('.'), code, message }
}

// Where several shapes are allowed, what a rule of ours found in one of them is the helpful answer.
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().find((each) => each.code === 'custom') ?? issue.errors.flat()[0]
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}
