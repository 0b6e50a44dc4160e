import type { Measurement } from '#renderer/harness/bench/measure.ts'

/** What the bench says about one subject and one metric. */
export interface Summary {
  readonly metric: string
  readonly subject: string
  readonly records: number
  /** Measurements behind the numbers. */
  readonly runs: number
  readonly unit: Measurement['unit']
  readonly median: number
  readonly p95: number
  /** Median over the rounds of this subject's median by plain Dexie's in the same round; null for the key derivation. */
  readonly ratio: number | null
}

const baseline = 'dexie'

/** Brings the rounds of a bench down to one line per metric and subject. */
export function summarise(rounds: readonly (readonly Measurement[])[], records: number): readonly Summary[] {
  const all = rounds.flat()
  const metrics = [...new Set(all.map(({ metric }) => metric))]
  return metrics.flatMap((metric) => {
    const subjects = [
      ...new Set(all.filter((each) => each.metric === metric).map(({ subject }) => subject)),
    ].sort()
    return subjects.map((subject): Summary => {
      const values = valuesOf(all, metric, subject)
      const unit = all.find((each) => each.metric === metric)?.unit ?? 'ms'
      const ratios = rounds.flatMap((round) => ratioIn(round, metric, subject))
      return {
        metric,
        subject,
        records,
        runs: values.length,
        unit,
        median: rounded(quantile(values, 0.5)),
        p95: rounded(quantile(values, 0.95)),
        ratio: ratios.length > 0 ? rounded(quantile(ratios, 0.5)) : null,
      }
    })
  })
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

function ratioIn(round: readonly Measurement[], metric: string, subject: string): readonly number[] {
  const own = valuesOf(round, metric, subject)
  const plain = valuesOf(round, metric, baseline)
  return own.length > 0 && plain.length > 0 ? [quantile(own, 0.5) / quantile(plain, 0.5)] : []
}

function valuesOf(all: readonly Measurement[], metric: string, subject: string): readonly number[] {
  return all.filter((each) => each.metric === metric && each.subject === subject).map(({ value }) => value)
}
