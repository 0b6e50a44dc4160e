import type { z } from 'zod'
import { err, ok, type Result } from '../domain/result.ts'
import type { Command, Refusal } from './command.ts'

/**
 * Reads what was typed for a command.
 *
 * Errors: the code of a rule of a field (`wrong-weekday`, `no-such-day`, ...) with its facts; `unknown-field`;
 * `text-too-long`; `field-empty`; else `invalid-input` with the field.
 */
export function readInput<Input extends z.ZodType>(
  command: Command<Input, unknown>,
  raw: unknown,
): Result<z.output<Input>, Refusal> {
  const read = command.input.safeParse(raw)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  return err(issue ? toRefusal(issue) : { code: 'invalid-input', field: '' })
}

function toRefusal(issue: z.core.$ZodIssue): Refusal {
  const inner = innermost(issue)
  const field = inner.path.map(String).join('.')
  if (inner.code === 'custom') return { code: inner.message, field, ...inner.params, ...codeOf(inner.params) }
  if (inner.code === 'unrecognized_keys')
    return { code: 'unknown-field', field: [field, inner.keys[0]].filter(Boolean).join('.') }
  if (inner.code === 'too_big' && inner.origin === 'string')
    return { code: 'text-too-long', field, longest: Number(inner.maximum) }
  if (inner.code === 'too_small' && inner.origin === 'string') return { code: 'field-empty', field }
  return {
    code: /^[a-z]+(?:-[a-z]+)+$/u.test(inner.message) ? inner.message : 'invalid-input',
    field,
    reason: inner.message,
  }
}

// A date field that also takes a minute is a union; what its date half found is the helpful answer.
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().find((each) => each.code === 'custom') ?? issue.errors.flat()[0]
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}

function codeOf(params: Readonly<Record<string, unknown>> | undefined): { code?: string } {
  return typeof params?.['code'] === 'string' ? { code: params['code'] } : {}
}
