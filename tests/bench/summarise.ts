import type { Measurement } from '#renderer/harness/bench/measure.ts'

/** What the bench says about one subject and one metric. */
export interface Summary {
  readonly metric: string
  readonly subject: string
  readonly records: number
  /** Rounds in which it was measured; one round may hold many measurements, as of single saves. */
  readonly runs: number
  readonly unit: Measurement['unit']
  readonly median: number
  readonly p95: number
  /** Median over the rounds of this subject's median by the baseline's in the same round; null without a baseline. */
  readonly ratio: number | null
}

type Rounds = readonly (readonly Measurement[])[]

/** Whose number a metric is compared with, and by which metric: the list is compared with reading everything. */
function baselineOf(metric: string): { readonly subject: string; readonly metric: string } {
  if (metric === 'kdf') return { subject: 'native', metric }
  if (metric === 'journal-bytes-per-record') return { subject: 'dexie', metric: 'bytes-per-record' }
  if (metric === 'unlock-to-list') return { subject: 'dexie', metric: 'read-all' }
  return { subject: 'dexie', metric: metric.replace('-store-alone', '') }
}

/** Brings the rounds of a bench down to one line per metric and subject. */
export function summarise(rounds: Rounds, records: number): readonly Summary[] {
  const all = rounds.flat()
  const metrics = [...new Set(all.map(({ metric }) => metric))]
  return metrics.flatMap((metric) => {
    const own = all.filter((each) => each.metric === metric)
    return [...new Set(own.map(({ subject }) => subject))]
      .sort()
      .map((subject) => summariseOne(rounds, records, metric, subject))
  })
}

function summariseOne(rounds: Rounds, records: number, metric: string, subject: string): Summary {
  const perRound = rounds.map((round) => valuesOf(round, metric, subject)).filter(({ length }) => length > 0)
  const values = perRound.flat()
  const baseline = baselineOf(metric)
  const ratios = rounds.flatMap((round) => {
    const [mine, theirs] = [
      valuesOf(round, metric, subject),
      valuesOf(round, baseline.metric, baseline.subject),
    ]
    return mine.length > 0 && theirs.length > 0 ? [quantile(mine, 0.5) / quantile(theirs, 0.5)] : []
  })
  return {
    metric,
    subject,
    records,
    runs: perRound.length,
    unit: rounds.flat().find((each) => each.metric === metric)?.unit ?? 'ms',
    median: rounded(quantile(values, 0.5)),
    p95: rounded(quantile(values, 0.95)),
    ratio: ratios.length > 0 ? rounded(quantile(ratios, 0.5)) : null,
  }
}

/** The value below which a share of all values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** To a thousandth: what lies below is noise of the clock. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function valuesOf(all: readonly Measurement[], metric: string, subject: string): readonly number[] {
  return all.filter((each) => each.metric === metric && each.subject === subject).map(({ value }) => value)
}
