import type { Summary } from './summarise.ts'

/** How many times the baseline ours may take, at 100,000 notes. */
const aims: Readonly<Record<string, number>> = {
  'bulk-insert': 0.25,
  'read-all': 0.65,
  'unlock-to-list': 0.15,
  'open-case': 1,
  'save-note': 2,
  'bytes-per-record': 1.25,
  kdf: 1.2,
}

const comparedWith: Readonly<Record<string, string>> = {
  kdf: 'native',
  'unlock-to-list': "Dexie's read-all",
  'journal-bytes-per-record': "Dexie's bytes",
}

/** The table for people: a block for each metric, the fastest first, our aim beside our own line. */
export function report(summaries: readonly Summary[]): readonly string[] {
  const metrics = [...new Set(summaries.map(({ metric }) => metric))]
  return metrics.flatMap((metric) => {
    const own = summaries.filter((each) => each.metric === metric).sort((a, b) => a.median - b.median)
    return [
      '',
      `${metric}, ${String(own[0]?.records ?? 0)} notes, times ${comparedWith[metric] ?? 'plain Dexie'}`,
      ...own.map(line),
    ]
  })
}

function line({ metric, subject, unit, median, p95, ratio, runs }: Summary): string {
  const times = ratio === null ? '' : `${ratio.toFixed(2)} x`
  const cells = [
    `  ${subject.padEnd(16)}`,
    `${median.toFixed(1).padStart(10)} ${unit.padEnd(5)}`,
    `p95 ${p95.toFixed(1).padStart(9)}`,
    times.padStart(10),
    `  ${String(runs)} runs`,
  ]
  return `${cells.join(' ')}${subject === 'evenhand' ? verdict(metric, ratio) : ''}`
}

function verdict(metric: string, ratio: number | null): string {
  const aim = aims[metric]
  if (aim === undefined || ratio === null) return ''
  return `  aim ${aim.toFixed(2)}: ${ratio <= aim ? 'met' : 'NOT met'}`
}
