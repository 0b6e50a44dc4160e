import type { SubjectName } from '#renderer/harness/bench/subject.ts'

/** Ours, what it is compared with, and the floor take part in every round, however busy the computer is. */
const always: readonly SubjectName[] = ['evenhand', 'dexie', 'raw']
const slow = { fromMs: 45_000, rounds: 2 }
const verySlow = { fromMs: 120_000, rounds: 1 }

/**
 * Who is measured in a round, in its order: each round begins with another subject, and every other one goes
 * backwards. A subject that took long in its last round sits out after the second, one that took very long after the
 * first: its distance is known by then, and `runs` says how often it was measured.
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
  return order.filter((subject) => {
    const took = lastTookMs.get(subject) ?? 0
    const tooSlow = [slow, verySlow].some(({ fromMs, rounds }) => took >= fromMs && round >= rounds)
    return always.includes(subject) || !tooSlow
  })
}
