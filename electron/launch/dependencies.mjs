import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, root } from './paths.mjs'
import { giveUp, run, say } from './run.mjs'

/** Installs the packages when they are missing or are not the ones the lock file names. */
export async function ensureDependencies() {
  if (areInstalled()) return
  say('Installing the packages Evenhand is built from (about a minute, once) ...')
  const { code } = await npm(installVerb())
  if (code !== 0)
    giveUp('The packages could not be installed. Is the npm registry reachable? Then run the command again.')
}

// npm leaves a lock of its own, at the very end: what it lists is what is there.
function areInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const found = readPackages(join(modules, '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.peerOptional)
    .every(([path, entry]) => found[path]?.version === entry.version)
}

function readPackages(path) {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).packages ?? {}) : {}
}

// Windows cannot delete the Node that runs this very command, which `npm ci` would try.
function installVerb() {
  return process.platform === 'win32' && process.execPath.startsWith(modules) ? 'install' : 'ci'
}

function npm(verb) {
  const args = [verb, '--no-audit', '--no-fund', '--loglevel=error']
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}
