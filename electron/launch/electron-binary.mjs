import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, modules, pinnedNode, tools } from './paths.mjs'
import { run, say } from './run.mjs'

const DOWNLOAD_MS = 90_000

/** The path of the Electron program if it lies there already, or undefined. */
export function electronPath() {
  const pathFile = join(modules, 'electron', 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(modules, 'electron', 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : undefined
}

/** Gets the Electron program: tried once with a time limit, and the answer remembered for this version; `again` asks anew. */
export async function ensureElectron({ again = false } = {}) {
  const found = electronPath()
  if (found || (!again && hasFailedBefore())) return found
  say('Fetching Electron (once) ...')
  await run(pinnedNode(), [tools.electronInstall], { quiet: true, timeoutMs: DOWNLOAD_MS })
  const fetched = electronPath()
  writeFileSync(answerFile(), JSON.stringify({ version: electronVersion(), fetched: fetched !== undefined }))
  return fetched
}

/** Why Electron is not used, in one sentence. */
export const electronReason = 'the Electron program could not be fetched on this machine'

function hasFailedBefore() {
  if (!existsSync(answerFile())) return false
  const { version, fetched } = JSON.parse(readFileSync(answerFile(), 'utf8'))
  return version === electronVersion() && !fetched
}

function answerFile() {
  return join(cacheFolder(), 'electron.json')
}

function electronVersion() {
  return JSON.parse(readFileSync(join(modules, 'electron', 'package.json'), 'utf8')).version
}
