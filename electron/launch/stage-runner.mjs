import { say } from './run.mjs'

const MARKS = { passed: '✓', failed: '✗', skipped: '–' }

/**
 * Runs stages one after the other, and those of a list inside the list at once. A stage is `{ name, run }`, where `run` gives
 * `{ passed, failed, skipped, reason, output }`. Prints a line for each, the output of those that failed, and gives the sums.
 */
export async function runStages(stages) {
  const totals = { passed: 0, failed: 0, skipped: 0, notRun: [] }
  for (const atOnce of stages) await Promise.all([atOnce].flat().map((stage) => runStage(stage, totals)))
  return totals
}

async function runStage({ name, run }, totals) {
  const startedAt = Date.now()
  const result = await run()
  report(name, result, Date.now() - startedAt)
  totals.passed += result.passed
  totals.failed += result.failed
  totals.skipped += result.skipped
  if (result.reason) totals.notRun.push(`${name}: ${result.reason}`)
}

function report(name, result, durationMs) {
  const mark = result.failed > 0 ? MARKS.failed : result.passed > 0 ? MARKS.passed : MARKS.skipped
  const counts = [
    `${result.passed} passed`,
    result.failed && `${result.failed} failed`,
    result.skipped && `${result.skipped} skipped`,
  ]
  say(
    `${mark} ${name.padEnd(12)} ${counts.filter(Boolean).join(', ')}  (${(durationMs / 1000).toFixed(1)} s)`,
  )
  if (result.failed > 0 && result.output) say(`\n${result.output.trimEnd()}\n`)
}
