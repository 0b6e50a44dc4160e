import { readCommandLine } from './command-line.mjs'
import { userPath } from './paths.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run bench -- [--json FILE] [--records N]',
  about: 'Measures the sealed store beside plain Dexie and dexie-encrypted, in one run, in a real browser.',
  options: {
    json: { type: 'string', value: 'FILE', help: 'write the numbers into this file' },
    records: { type: 'string', value: 'N', help: 'how many notes (default 10000)' },
  },
})

const browser = await setUp({ builds: ['product', 'harness'], browser: true })
const json = values.json === undefined ? [] : ['--json', userPath(values.json)]
const records = values.records === undefined ? [] : ['--records', values.records]
await runProgram('tests/bench/run.ts', [...json, ...records], browser)
