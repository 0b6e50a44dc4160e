import { readCommandLine } from './command-line.mjs'
import { userPath } from './paths.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run proof -- [--json FILE] [--only S2,S5] [--seed N] [--full | --sample]',
  about:
    'Tries to break each promise of the vault, many times, and shows that each test can fail. The quick proofs come first;\nwhat is in FILE is whole after each of them.',
  options: {
    json: { type: 'string', value: 'FILE', help: 'write the results into this file' },
    only: { type: 'string', value: 'IDS', help: 'only these, separated by commas' },
    seed: { type: 'string', value: 'N', help: 'repeat the random choices of an earlier run' },
    full: { type: 'boolean', help: 'the numbers of a release, for hours' },
    sample: { type: 'boolean', help: 'a few cases of each' },
  },
})

const browser = await setUp({ builds: ['product', 'harness'], browser: true })
const option = (name, value) => (value === undefined ? [] : [`--${name}`, value])
const json = values.json === undefined ? [] : ['--json', userPath(values.json)]
const flags = ['full', 'sample'].filter((name) => values[name]).map((name) => `--${name}`)
await runProgram(
  'tests/proof/run.ts',
  [...json, ...option('only', values.only), ...option('seed', values.seed), ...flags],
  browser,
)
