import { readCommandLine } from './command-line.mjs'
import { userPath } from './paths.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run bench -- [--json FILE] [--records N] [--rounds N] [--only dexie,rxdb]',
  about:
    'Measures the sealed store beside plain Dexie, four encrypted stores and the bare browser, in one run, in a real browser. About 6 minutes for 10,000 notes, about 20 for 100,000.',
  options: {
    json: { type: 'string', value: 'FILE', help: 'write the numbers into this file' },
    records: { type: 'string', value: 'N', help: 'how many notes (default 10000)' },
    rounds: { type: 'string', value: 'N', help: 'how often each is measured (default 5)' },
    only: { type: 'string', value: 'NAMES', help: 'only these, separated by commas' },
  },
})

const browser = await setUp({ builds: ['product', 'harness'], browser: true })
const json = values.json === undefined ? [] : ['--json', userPath(values.json)]
const given = ['records', 'rounds', 'only'].flatMap((name) =>
  values[name] === undefined ? [] : [`--${name}`, values[name]],
)
await runProgram('tests/bench/run.ts', [...json, ...given], browser)
