import type { AppInfo } from '#shared/contract/methods.ts'
import manifest from '../package.json' with { type: 'json' }

/** What the page may know about the program around it. */
export function describeHost(
  host: AppInfo['host'],
  system: NodeJS.Platform,
  exportFolder: string | null,
): AppInfo {
  return { version: manifest.version, host, platform: platformName(system), exportFolder }
}

function platformName(system: NodeJS.Platform): AppInfo['platform'] {
  if (system === 'darwin') return 'macos'
  return system === 'win32' ? 'windows' : 'linux'
}
