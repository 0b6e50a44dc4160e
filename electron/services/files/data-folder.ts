import { chmodSync, mkdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** The local (never roaming) folder of this system where the program may keep data. */
export function localDataFolder(system: string = platform(), env: NodeJS.ProcessEnv = process.env): string {
  if (system === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Evenhand')
  if (system === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Evenhand')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'evenhand')
}

/** Makes a folder that only its owner may enter, or closes an open one. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}
