import type { Refusal } from '#shared/commands/command.ts'
import type { LeakFinding } from '#shared/documents/leak-check.ts'

/**
 * Why a document may not leave: something protected stands in it. A protected place never leaves; anything else only
 * with a typed reason.
 */
export function leakRefusal(
  findings: readonly LeakFinding[],
  justification: string | undefined,
): Refusal | undefined {
  const blocking = findings.filter(({ canOverride }) => !canOverride || justification === undefined)
  if (blocking.length === 0) return undefined
  const found = blocking.map(({ class: leak, where, place, canOverride }) => ({
    class: leak,
    where,
    place,
    canOverride,
  }))
  return { code: 'leak-found', findings: found }
}
