import { readCommandLine } from './command-line.mjs'
import { userPath } from './paths.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run check:security -- [--json FILE]',
  about: `
Goes through Electron's twenty items and our own rows, one by one, and says how each was looked at.
Ends with an error where one does not hold.`,
  options: { json: { type: 'string', value: 'FILE', help: 'write the report into this file' } },
})

const browser = await setUp({ builds: ['product'], browser: true })
const json = values.json === undefined ? [] : ['--json', userPath(values.json)]
await runProgram('tests/security/run.ts', json, browser)
