import { readCommandLine } from './command-line.mjs'
import { checks } from './stages.mjs'
import { runStages } from './stage-runner.mjs'
import { setUp } from './set-up.mjs'

readCommandLine({
  usage: 'npm run check',
  about: 'Types, lint, format, import boundaries and unused code; no test is run.',
})

await setUp()
const totals = await runStages([checks])
process.exitCode = totals.failed > 0 ? 1 : 0
