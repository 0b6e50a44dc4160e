import type { SubjectName } from '#renderer/harness/bench/subject.ts'

const slowMs = 45_000
const roundsOfSlow = 2

/**
 * Who is measured in a round, in its order: each round begins with another subject, and every other one goes
 * backwards. A subject that took very long in its last round sits out after the second: its distance is known by then.
 */
export function turnsOf(
  subjects: readonly SubjectName[],
  round: number,
  lastTookMs: ReadonlyMap<SubjectName, number>,
): readonly SubjectName[] {
  const step = round % 2 === 0 ? 1 : subjects.length - 1
  const order = subjects.flatMap((_, turn) => {
    const subject = subjects[(round + turn * step) % subjects.length]
    return subject === undefined ? [] : [subject]
  })
  return order.filter((subject) => round < roundsOfSlow || (lastTookMs.get(subject) ?? 0) < slowMs)
}
