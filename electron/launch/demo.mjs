import { join } from 'node:path'
import { readCommandLine } from './command-line.mjs'
import { root, userPath } from './paths.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run demo -- --out DIR',
  about: `
Drives the real program in a real browser, without a display, from an empty vault through the whole main job.
Leaves the Word and PDF files, a picture of every screen in light and dark, and demo.json, which lists them.`,
  options: { out: { type: 'string', value: 'DIR', help: 'where everything goes (default: demo-out)' } },
})

const browser = await setUp({ builds: ['product', 'harness'], browser: true })
await runProgram('tests/demo/run.ts', ['--out', userPath(values.out ?? join(root, 'demo-out'))], browser)
