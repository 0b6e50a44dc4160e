import { chmodSync, mkdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** The local (never roaming) folder of this system where the program may keep data. */
export function localDataFolder(system: string = platform(), env: NodeJS.ProcessEnv = process.env): string {
  if (system === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Evenhand')
  if (system === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Evenhand')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'evenhand')
}

/**
 * The folder of the vault's second copy and of its files: beside the browser's own data and never in it, so that it
 * stays when that is cleared or deleted. Each data folder has its own, because each holds a vault of its own.
 */
export function vaultFolderBeside(browserFolder: string): string {
  return browserFolder === join(localDataFolder(), 'electron')
    ? join(localDataFolder(), 'vault')
    : `${browserFolder}-vault`
}

/** Makes a folder that only its owner may enter, or closes an open one. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}
