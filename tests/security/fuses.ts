import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PackagedFuses } from './check.ts'
import { root } from './program/stand-in-hooks.ts'

/** How each fuse must stand, by the name electron-builder gives it, in the order of Electron's wire. */
export const expectedFuses = {
  runAsNode: false,
  // Nothing is stored in cookies; on would only ask for the key chain.
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1')

/** The fuses as the packager is told to set them. */
export function readFuseSettings(
  yaml = readFileSync(join(root, 'electron-builder.yml'), 'utf8'),
): Readonly<Record<string, boolean>> {
  const [, block = ''] = /^electronFuses:\n((?:[ ]+.*\n)+)/m.exec(yaml) ?? []
  const lines = [...block.matchAll(/^\s+(\w+): (true|false)$/gm)]
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, value === 'true']))
}

/** The wire as `1`, `0` and `r` (removed), or undefined where the program holds none. */
export function readFuseWire(program: Buffer): string | undefined {
  const at = program.indexOf(sentinel)
  if (at < 0) return undefined
  const version = program[at + sentinel.length]
  const length = program[at + sentinel.length + 1] ?? 0
  const start = at + sentinel.length + 2
  return version === 1 ? program.subarray(start, start + length).toString('latin1') : undefined
}

/** Every packaged program in `dist`. */
export function readPackagedFuses(): readonly PackagedFuses[] {
  const dist = join(root, 'dist')
  if (!existsSync(dist)) return []
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])(evenhand|Evenhand\.exe|Electron Framework)$/.test(name))
    .flatMap((name) => {
      const wire = readFuseWire(readFileSync(join(dist, name)))
      return wire === undefined ? [] : [{ path: name, wire }]
    })
}

/** The wire that the expected fuses amount to. */
export const expectedWire = Object.values(expectedFuses)
  .map((on) => (on ? '1' : '0'))
  .join('')
