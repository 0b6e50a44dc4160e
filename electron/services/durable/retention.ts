/** A snapshot as the rule sees it: newest last. */
export interface Kept {
  readonly name: string
  readonly at: string
  readonly bytes: number
  readonly isBase: boolean
}

export interface RetentionRule {
  readonly last: number
  readonly days: number
  readonly months: number
  /** More than this is kept only for the sake of the newest few. */
  readonly budgetBytes: number
}

/** The last ten, then one a day for thirty days that have one, then one a month for twelve, within two gibibytes. */
export const retentionRule: RetentionRule = { last: 10, days: 30, months: 12, budgetBytes: 2 * 1024 ** 3 }

const alwaysKept = 3

/**
 * Chooses the snapshots that may go. `snapshots` come in the order they were made.
 *
 * Kept are the last few, the newest of each of the last days and months that have one; then the oldest go until the rest
 * fits the budget. The newest three stay in any case, and so does the one that a line begins with.
 */
export function chooseToRemove(
  snapshots: readonly Kept[],
  rule: RetentionRule = retentionRule,
): readonly Kept[] {
  const newestFirst = snapshots.toReversed()
  const wanted = new Set([
    ...newestFirst.slice(0, rule.last),
    ...newestOfEach(newestFirst, 10, rule.days),
    ...newestOfEach(newestFirst, 7, rule.months),
    ...newestFirst.filter(({ isBase }) => isBase),
  ])
  const safe = new Set(newestFirst.slice(0, alwaysKept))
  let bytes = [...wanted].reduce((sum, kept) => sum + kept.bytes, 0)
  for (const oldest of snapshots) {
    if (bytes <= rule.budgetBytes) break
    if (!wanted.has(oldest) || oldest.isBase || safe.has(oldest)) continue
    wanted.delete(oldest)
    bytes -= oldest.bytes
  }
  return snapshots.filter((snapshot) => !wanted.has(snapshot))
}

// An instant in ISO 8601 begins with its day (10 characters) and its month (7).
function newestOfEach(newestFirst: readonly Kept[], characters: number, count: number): readonly Kept[] {
  const newest = new Map<string, Kept>()
  for (const kept of newestFirst) {
    const period = kept.at.slice(0, characters)
    if (!newest.has(period)) newest.set(period, kept)
  }
  return [...newest.values()].slice(0, count)
}
