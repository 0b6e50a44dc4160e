import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { readCommandLine } from './command-line.mjs'
import { ensureBuild } from './build.mjs'
import { pinnedNode, root, userPath } from './paths.mjs'
import { say } from './run.mjs'
import { setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm run dev -- [--profile DIR]',
  about: `
Opens Evenhand in a browser window with a vault of its own and opens it anew after every change of the sources.
The page runs under the same policy and from the same build as the product.`,
  options: {
    profile: {
      type: 'string',
      value: 'DIR',
      help: 'folder of the vault (default: node_modules/.cache/evenhand/dev)',
    },
  },
})

const QUIET_MS = 300
const profile =
  values.profile === undefined
    ? join(root, 'node_modules', '.cache', 'evenhand', 'dev')
    : userPath(values.profile)
const browser = await setUp({ builds: ['product'], browser: true })
let window = open()
let timer

for (const folder of ['electron', 'renderer', 'shared', 'resources']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(reopen, QUIET_MS)
  })
}

function open() {
  const args = [
    join(root, 'out/main/chromium.js'),
    `--browser=${browser}`,
    `--profile=${profile}`,
    `--exports=${profile}/exports`,
  ]
  const child = spawn(pinnedNode(), args, { stdio: 'inherit' })
  child.once('exit', (code) => {
    if (child === window) process.exit(code ?? 0)
  })
  return child
}

async function reopen() {
  say('The sources changed.')
  const old = window
  window = undefined
  await new Promise((resolve) => {
    old.once('exit', resolve)
    old.kill('SIGTERM')
  })
  await ensureBuild(['product'])
  window = open()
}
