import { instantOf, parseTypedDateTime } from '#shared/domain/time/plain-date.ts'
import type { Driver, Outcome } from './driver.ts'
import type { Expectation, Scenario, ScenarioStep } from './format.ts'
import { judgeCheck } from './judge-check.ts'
import { judgeLeaks } from './judge-leaks.ts'
import { judgeOutcome } from './judge-outcome.ts'
import { runAction } from './run-action.ts'
import { isActionName } from './actions.ts'
import { MissingTool } from './missing-tool.ts'
import { readable } from './readable.ts'
import { resolveNames } from '#shared/sample/references.ts'

export interface StepReport {
  readonly label: string
  readonly problems: readonly string[]
  /** What could not be looked at on this computer, and why. */
  readonly unchecked?: string
}

export interface ScenarioSetting {
  readonly driver: Driver
  /** Reads a file that lies beside the scenario. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly report: (step: StepReport) => void
}

interface Run extends ScenarioSetting {
  readonly zone: string
  readonly names: Map<string, Record<string, unknown>>
  readonly exports: string[]
  now: string
}

/** Runs the steps of a scenario one after another; a step that fails does not stop those that do without it. */
export async function runScenario(
  scenario: Scenario,
  setting: ScenarioSetting,
): Promise<readonly StepReport[]> {
  const { zone } = scenario
  const run: Run = { ...setting, zone, names: new Map(), exports: [], now: instantAt(zone, scenario.start) }
  await setting.driver.setNow(run.now)
  const reports: StepReport[] = []
  for (const [index, step] of scenario.steps.entries()) {
    reports.push(reported(run, { label: labelOf(step, index), ...(await stepFindings(run, step)) }))
  }
  if (scenario.leak.length > 0) {
    const found = await judgeLeaks(run.driver, run.exports, scenario.leak).then(
      (problems) => ({ problems }),
      findingOf,
    )
    reports.push(reported(run, { label: `leak: ${String(scenario.leak.length)} strings nowhere`, ...found }))
  }
  return reports
}

function reported(run: Run, report: StepReport): StepReport {
  run.report(report)
  return report
}

type Findings = Omit<StepReport, 'label'>

async function stepFindings(run: Run, step: ScenarioStep): Promise<Findings> {
  try {
    if (step.at !== undefined) {
      run.now = instantAt(run.zone, step.at)
      await run.driver.setNow(run.now)
    }
    const done = step.do === undefined ? [] : await runStep(run, step, step.do)
    if (done.length > 0) return { problems: done }
    const problems = []
    for (const check of step.check) problems.push(...(await judgeCheck(run, check)))
    return { problems }
  } catch (error) {
    return findingOf(error)
  }
}

async function runStep(run: Run, step: ScenarioStep, name: string): Promise<readonly string[]> {
  const input = resolveNames(step.with ?? {}, run.names)
  const outcome = await (isActionName(name) ? runAction(run, name, input) : run.driver.execute(name, input))
  if (outcome.ok && step.as !== undefined) run.names.set(step.as, outcome.value)
  const expected = resolveNames(step.expect ?? 'ok', run.names) as Expectation // Resolving names keeps the shape.
  return judgeOutcome(await inWords(run, outcome, expected), expected)
}

/** Where facts are compared, parties and clauses are named as people write them. */
async function inWords(run: Run, outcome: Outcome, expected: Expectation): Promise<Outcome> {
  const needsWords =
    typeof expected === 'object' && 'refused' in expected && (expected.facts ?? expected.problems)
  if (outcome.ok || !needsWords) return outcome
  const records = await run.driver.records().catch(() => [])
  return readable(outcome, records) as Outcome // Only ids are replaced.
}

/** The instant of a wall-clock time in the zone of the scenario. */
function instantAt(zone: string, wallClock: string): string {
  const read = parseTypedDateTime(wallClock)
  if (!read.ok) throw new Error(`“${wallClock}” is not a day and a time: ${read.error.code}`)
  return instantOf(zone, read.value)
}

function labelOf(step: ScenarioStep, index: number): string {
  const what = step.do ?? step.check.map(({ name }) => `check ${name}`).join(', ')
  const expected = step.expect !== undefined && step.expect !== 'ok' && 'refused' in step.expect
  const outcome = expected ? ` → refused` : ''
  return `${String(index + 1)}. ${what}${outcome}${step.note === undefined ? '' : ` – ${step.note}`}`
}

function findingOf(error: unknown): Findings {
  if (error instanceof MissingTool) return { problems: [], unchecked: error.message }
  return { problems: [error instanceof Error ? error.message : String(error)] }
}
