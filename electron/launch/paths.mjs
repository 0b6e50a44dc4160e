import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const modules = join(root, 'node_modules')

/** Folder for what the commands remember between runs. */
export function cacheFolder() {
  const folder = join(modules, '.cache', 'evenhand')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The pinned Node that comes with the packages, whatever Node started the command. */
export function pinnedNode() {
  const places = ['node.exe', 'node'].map((name) => join(modules, 'node', 'bin', name))
  const found = places.find((path) => existsSync(path))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error('Node 24 is missing. Delete the folder node_modules and run the command again.')
}

/** Scripts of packages, run through the pinned Node so that no shell is needed on any system. */
export const tools = {
  depcruise: join(modules, 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
  electronBuilder: join(modules, 'electron-builder', 'cli.js'),
  electronInstall: join(modules, 'electron', 'install.js'),
  electronVite: join(modules, 'electron-vite', 'bin', 'electron-vite.js'),
  eslint: join(modules, 'eslint', 'bin', 'eslint.js'),
  playwright: join(modules, 'playwright-core', 'cli.js'),
  prettier: join(modules, 'prettier', 'bin', 'prettier.cjs'),
  tsc: join(modules, 'typescript', 'bin', 'tsc'),
  vitest: join(modules, 'vitest', 'vitest.mjs'),
}

/** A path as the user meant it: from the folder where npm was called, which npm changes. */
export function userPath(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
