import { readCommandLine } from './command-line.mjs'
import { userPath } from './paths.mjs'
import { giveUp } from './run.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values, positionals } = readCommandLine({
  usage: 'npm run scenario -- FILE.json ... [--out DIR]',
  about: `
Runs scenario files through the real commands and a real sealed vault in a real browser.
Prints each step and ends with "N passed, N failed". The format: tests/scenarios/README.md`,
  options: { out: { type: 'string', value: 'DIR', help: 'keep the exported documents in this folder' } },
  rest: true,
})

if (positionals.length === 0)
  giveUp('Name at least one scenario file, for example tests/scenarios/sc-01.json.')
const browser = await setUp({ builds: ['product', 'harness'], browser: true })
const out = values.out === undefined ? [] : ['--out', userPath(values.out)]
await runProgram('tests/scenarios/run.ts', [...positionals.map((file) => userPath(file)), ...out], browser)
