import type { RelaunchOptions } from 'electron'

/**
 * How the program is started again by itself, as it was started. An AppImage is named by its file: the program inside lies
 * in a place that is gone with the process.
 */
export function relaunchOptions(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): RelaunchOptions {
  const args = argv.slice(1)
  const image = env['APPIMAGE']
  return image === undefined || image === '' ? { args } : { args, execPath: image }
}
