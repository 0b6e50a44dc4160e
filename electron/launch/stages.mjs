import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, pinnedNode, root, tools } from './paths.mjs'
import { run } from './run.mjs'

// Only a stage that hangs takes this long; a slow machine must not turn green into red.
const STAGE_MS = 1_500_000

/** Checks that read the sources and run nothing of them; none needs another. */
export const checks = [
  check('types', tools.tsc, ['-b']),
  check('lint', tools.eslint, [
    '--config',
    'tests/architecture/eslint.config.js',
    '--max-warnings=0',
    '--cache',
    '--cache-strategy=content',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '.',
  ]),
  check('format', tools.prettier, [
    '--check',
    '--log-level=warn',
    '--cache',
    '{electron,renderer,shared,tests}/**/*.{ts,tsx,css,js,mjs}',
    '*.{ts,json,yml}',
  ]),
  check('boundaries', tools.depcruise, [
    '--config',
    'tests/architecture/dependency-cruiser.mjs',
    '--output-type',
    'err',
    'electron',
    'renderer',
    'shared',
    'tests',
  ]),
  check('unused code', 'tests/architecture/unused-code.ts', []),
]

/** A stage of one program that either passes or fails. */
function check(name, tool, args) {
  return {
    name,
    run: async () => onePass(await run(pinnedNode(), [tool, ...args], { quiet: true, timeoutMs: STAGE_MS })),
  }
}

/** A stage of vitest tests; `project` as in tests/vitest.config.ts. */
export function vitestStage(name, project, env = {}) {
  return {
    name,
    run: async () => {
      const report = join(cacheFolder(), `vitest-${project}.json`)
      rmSync(report, { force: true })
      const args = [tools.vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', project]
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
      const ran = await run(pinnedNode(), [...args, ...reporters], {
        quiet: true,
        timeoutMs: STAGE_MS,
        env: { ...env, CI: '1', NO_COLOR: '1' },
      })
      return { ...countVitest(report, ran), output: withoutDots(ran.output) }
    },
  }
}

/** The scenario files of the repository, through the same program as `npm run scenario`. */
export function scenarioStage(env) {
  return {
    name: 'scenarios',
    run: async () => {
      const files = readdirSync(join(root, 'tests/scenarios')).filter((name) => name.endsWith('.json'))
      const args = ['tests/scenarios/run.ts', ...files.map((name) => join(root, 'tests/scenarios', name))]
      const ran = await run(pinnedNode(), args, { quiet: true, timeoutMs: STAGE_MS, env })
      return { ...countLastLine(ran), output: ran.output }
    },
  }
}

/** A stage that cannot run here: one skipped test and the reason. */
export function skippedStage(name, reason) {
  return { name, run: async () => ({ passed: 0, failed: 0, skipped: 1, reason }) }
}

function onePass({ code, output, timedOut }) {
  const failed = code === 0 ? 0 : 1
  return {
    passed: 1 - failed,
    failed,
    skipped: 0,
    output: timedOut ? `${output}\nStopped: it took too long.` : output,
  }
}

// A run that breaks before it reports, or whose files cannot even be read, is a failure and never an empty success.
function countVitest(report, ran) {
  if (!existsSync(report)) return onePass({ ...ran, code: ran.code || 1 })
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const failed = numFailedTests === 0 && ran.code !== 0 ? 1 : numFailedTests
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}

// The dots of the tests that passed would hide the ones that did not.
function withoutDots(output) {
  const lines = output.split('\n').filter((line) => !/^[·x*\-]{8,}$/.test(line))
  return lines.join('\n').replace(/\n{3,}/g, '\n\n')
}

function countLastLine(ran) {
  const [line = ''] = ran.output.trimEnd().split('\n').slice(-1)
  const match = /(\d+) passed, (\d+) failed/.exec(line)
  if (!match) return onePass({ ...ran, code: ran.code || 1 })
  const failed = Number(match[2])
  return { passed: Number(match[1]), failed: failed === 0 && ran.code !== 0 ? 1 : failed, skipped: 0 }
}
