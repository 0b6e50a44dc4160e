import { existsSync } from 'node:fs'
import { run, say } from './run.mjs'

/** True where this command may install packages of the system: Debian or Ubuntu, as root. */
export function canInstallPackages() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs packages with apt and tells whether that worked. */
export async function installPackages(names) {
  say(`Installing ${names.join(', ')} with apt ...`)
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 300_000 }
  await run('apt-get', ['update', '-qq'], options)
  const { code } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    options,
  )
  return code === 0
}
