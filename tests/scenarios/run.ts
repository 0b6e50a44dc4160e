import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createBrowserDriver } from './runner/browser-driver.ts'
import { createMemoryDriver } from './runner/memory-driver.ts'
import type { Driver } from './runner/driver.ts'
import type { Scenario } from './runner/format.ts'
import { loadScenario } from './runner/load-scenario.ts'
import { runScenario, type StepReport } from './runner/run-scenario.ts'

const help = `Runs scenario files through the real commands and a real sealed vault in a real browser.

  npm run scenario -- FILE.json ... [--out DIR] [--memory]

  --out DIR   keeps the exported documents, in a folder per scenario
  --memory    runs on a vault in memory instead: faster, without a browser
  --help      shows this

The format of the files is described in tests/scenarios/README.md.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    memory: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || positionals.length === 0) {
  console.log(help)
  process.exit(values.help ? 0 : 1)
}

const counts = { passed: 0, failed: 0 }
for (const path of positionals) await runFile(path)
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`)
process.exit(counts.failed === 0 ? 0 : 1)

async function runFile(path: string): Promise<void> {
  console.log(`\n${path}`)
  const scenario = await loadScenario(path).catch((error: unknown) => {
    print({ label: messageOf(error), problems: [] }, false)
  })
  if (!scenario) return
  console.log(scenario.scenario)
  const work = await mkdtemp(join(tmpdir(), 'evenhand-scenario-'))
  try {
    const driver = await startDriver(path, scenario, work)

    await runScenario(scenario, { driver, readFile, report: print }).finally(() => driver.close())
  } catch (error) {
    print({ label: 'the vault opens and closes', problems: [messageOf(error)] })
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const line of scenario.notYetExpressible) console.log(`  – not yet expressible: ${line}`)
}

async function startDriver(path: string, { zone }: Scenario, work: string): Promise<Driver> {
  if (values.memory) return createMemoryDriver(zone)
  const name = basename(path, '.json')
  const exportsDir = values.out === undefined ? join(work, 'exports') : resolve(values.out, name)
  await mkdir(exportsDir, { recursive: true })
  return createBrowserDriver({ zone, profileDir: join(work, 'profile'), exportsDir })
}

function print({ label, problems, unchecked }: StepReport, holds = problems.length === 0): void {
  console.log(`  ${holds ? '✓' : '✗'} ${label}`)
  if (unchecked !== undefined) console.log(`      not checked here: ${unchecked}`)
  for (const problem of problems) console.log(`      ${problem}`)
  counts[holds ? 'passed' : 'failed'] += 1
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
