/** A verified backup, as the choice of what stays sees it. */
export interface KeptBackup {
  readonly name: string
  /** Instant, ISO 8601 in UTC. */
  readonly at: string
}

/** What stays of the backups of one vault in one folder. */
export const retention = { last: 10, daily: 30, monthly: 12 } as const

/**
 * Names the backups that may go: neither among the last 10, nor the newest of one of the last 30 days that have one,
 * nor the newest of one of the last 12 months that have one. The newest of all always stays. Days and months are those
 * of UTC.
 */
export function chooseExpired(backups: readonly KeptBackup[]): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const staying = new Set([
    ...newestFirst.slice(0, retention.last),
    ...newestOfEach(newestFirst, 'YYYY-MM-DD'.length).slice(0, retention.daily),
    ...newestOfEach(newestFirst, 'YYYY-MM'.length).slice(0, retention.monthly),
  ])
  return newestFirst.filter((backup) => !staying.has(backup)).map(({ name }) => name)
}

/** The newest of each period; the period is the beginning of the instant. */
function newestOfEach(newestFirst: readonly KeptBackup[], periodLength: number): readonly KeptBackup[] {
  const newest = new Map<string, KeptBackup>()
  for (const backup of newestFirst) {
    const period = backup.at.slice(0, periodLength)
    if (!newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()]
}
