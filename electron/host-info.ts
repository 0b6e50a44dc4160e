import type { AppInfo } from '#shared/contract/methods.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import { cloudServiceOf } from './services/files/cloud-folder.ts'
import manifest from '../package.json' with { type: 'json' }

/** What the page may know about the program around it. */
export function describeHost(
  host: AppInfo['host'],
  system: NodeJS.Platform,
  exportFolder: string | null,
  dataFolder = '',
): AppInfo {
  const cloudFolder = cloudServiceOf(dataFolder)
  return {
    version: manifest.version,
    host,
    platform: platformName(system),
    exportFolder,
    ...(cloudFolder === undefined ? {} : { cloudFolder }),
  }
}

/**
 * The oldest program that can work with what this one writes. It grows when a format changes in a way that older
 * programs would take for damage, or would damage themselves.
 */
const minReader = '0.1.0'

/** This program and the engine under it, as they stand in the vault's header. `engine` is the engine's whole version. */
export function describeWriter(engine: string | undefined): Writer {
  return { app: manifest.version, minReader, engineMajor: Number.parseInt(engine ?? '', 10) || 0 }
}

function platformName(system: NodeJS.Platform): AppInfo['platform'] {
  if (system === 'darwin') return 'macos'
  return system === 'win32' ? 'windows' : 'linux'
}
