import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unless } from '../check.ts'
import type { Facts } from '../check.ts'
import { root } from '../program/stand-in-hooks.ts'

/** The newest major of Electron when somebody last looked, and until when that may be relied on. */
export const knownElectron = { newestMajor: 45, lookAgainBy: '2027-06-30' } as const

const mostBehind = 2

/** Finds a version that is not exact, not the one installed, too far behind, or that nobody has looked at for long. */
export function electronAge({ program, today }: Facts): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const pinned = manifest.devDependencies['electron'] ?? ''
  const major = Number(pinned.split('.')[0])
  return [
    ...unless(/^\d+\.\d+\.\d+$/.test(pinned), `the version is not exact: ${pinned}`),
    ...unless(pinned === program.electron, `installed is ${program.electron}, pinned ${pinned}`),
    ...unless(major >= knownElectron.newestMajor - mostBehind, `version ${pinned} is too old`),
    ...unless(
      today <= knownElectron.lookAgainBy,
      `since ${knownElectron.lookAgainBy} nobody has looked whether ${pinned} is still maintained`,
    ),
  ]
}
