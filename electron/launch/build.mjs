import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cacheFolder, pinnedNode, root, tools } from './paths.mjs'
import { giveUp, run, say } from './run.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]
const LOCK_MS = 120_000

const builds = {
  product: {
    args: ['build'],
    made: ['out/main/main.js', 'out/main/chromium.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
  },
  harness: { args: ['build', '--mode', 'harness'], made: ['out/harness/index.html'] },
}

/** Builds what is missing or older than its sources; `kinds` are `product` and `harness`. */
export async function ensureBuild(kinds) {
  const release = await takeLock()
  try {
    for (const kind of kinds) await buildOne(kind)
  } finally {
    release()
  }
}

async function buildOne(kind) {
  const stamp = join(cacheFolder(), `build-${kind}.sha256`)
  const hash = hashSources()
  if (isMade(kind) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  say(kind === 'product' ? 'Building Evenhand ...' : 'Building the page for tests ...')
  const { code, output } = await run(pinnedNode(), [tools.electronVite, ...builds[kind].args], {
    quiet: true,
  })
  if (code !== 0 || !isMade(kind)) giveUp(`The build failed.\n\n${output}`)
  writeFileSync(stamp, hash)
}

function isMade(kind) {
  return builds[kind].made.every((path) => existsSync(join(root, path)))
}

function hashSources() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(listFiles).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function listFiles(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full).flatMap((name) => listFiles(`${path}/${name}`))
}

// Two commands at once must not write into one folder; a lock left by a killed one is taken over.
async function takeLock() {
  const path = join(cacheFolder(), 'build.lock')
  for (;;) {
    try {
      closeSync(openSync(path, 'wx'))
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (ageMs(path) > LOCK_MS) rmSync(path, { force: true })
      await wait(200)
    }
  }
}

function ageMs(path) {
  return existsSync(path) ? Date.now() - statSync(path).mtimeMs : 0
}
