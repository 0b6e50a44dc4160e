import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSbom } from '#electron/launch/sbom.mjs'
import type { Sbom } from '#electron/launch/sbom.mjs'
import { readLockFile, readManifest } from './packages.ts'
import type { LockFile, Manifest } from './packages.ts'
import { root } from './program/stand-in-hooks.ts'

/** What the packager is told, as it stands in the repository. */
export interface PackagerFiles {
  readonly settings: string
  readonly linuxProfile: string
  readonly packing: string
}

const profilePath = 'resources/linux/apparmor-profile.tpl'

export function readPackagerFiles(): PackagerFiles {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return {
    settings: read('electron-builder.yml'),
    linuxProfile: read(profilePath),
    packing: read('electron/launch/package.mjs'),
  }
}

const families = ['inet', 'inet6', 'packet', 'bluetooth', 'vsock']

/** Finds what would give the installed program a network under Linux. */
export function linuxProfileProblems({ settings, linuxProfile }: PackagerFiles): readonly string[] {
  const rules = linuxProfile
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const allowed = rules.filter((rule) => /^(allow )?(network|all)\b/.test(rule))
  return [
    ...(settings.includes(`  appArmorProfile: ${profilePath}\n`)
      ? []
      : ['the package does not bring the profile']),
    ...(linuxProfile.includes('unconfined') ? ['the profile confines nothing'] : []),
    ...families
      .filter((name) => !rules.includes(`deny network ${name},`))
      .map((name) => `${name} is not denied`),
    ...allowed
      .filter((rule) => !/^network (unix|netlink),$/.test(rule))
      .map((rule) => `the profile says: ${rule}`),
  ]
}

/** Finds what a list of parts lacks: a package of the product, its fingerprint, its licence, or the program under it. */
export function sbomProblems(sbom: Sbom, lock: LockFile, manifest: Manifest): readonly string[] {
  const parts = new Map(sbom.components.map((part) => [part['bom-ref'], part]))
  const wanted = { ...manifest.dependencies, electron: manifest.devDependencies?.['electron'] ?? '' }
  const refs = new Set(parts.keys())
  return [
    ...Object.entries(wanted)
      .filter(([name, version]) => !refs.has(`${name}@${version}`))
      .map(([name]) => `${name} is missing`),
    ...Object.entries(lock.packages)
      .filter(([path, { dev, link }]) => path !== '' && dev === true && link !== true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter(
        (name) =>
          name !== 'electron' && !isShipped(lock, name) && sbom.components.some((part) => part.name === name),
      )
      .map((name) => `${name} does not travel with the program`),
    ...sbom.components
      .filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512' || !/^[0-9a-f]{128}$/.test(hashes[0].content))
      .map(({ name }) => `${name} has no fingerprint`),
    ...sbom.components
      .filter(({ licenses }) => licenses.length === 0)
      .map(({ name }) => `${name} has no licence`),
    ...sbom.dependencies
      .flatMap(({ dependsOn }) => dependsOn)
      .filter((ref) => !refs.has(ref))
      .map((ref) => `${ref} is needed and not listed`),
  ]
}

/** Finds what is wrong with the list that travels with the package: its content, and that it travels at all. */
export function partsListProblems({ settings, packing }: PackagerFiles): readonly string[] {
  const [lock, manifest] = [readLockFile(), readManifest()]
  const sbom = makeSbom(lock, manifest)
  const same = JSON.stringify(sbom) === JSON.stringify(makeSbom(lock, manifest))
  return [
    ...sbomProblems(sbom, lock, manifest),
    ...(same ? [] : ['the same lock file gives another list']),
    ...(settings.includes('  - from: out/sbom.cdx.json\n') ? [] : ['the package does not bring the list']),
    ...(/^writeSbom\(\)$/m.test(packing) ? [] : ['the list is not written before packing']),
  ]
}

// Some packages are there twice, once for the product and once for a tool.
function isShipped(lock: LockFile, name: string): boolean {
  return Object.entries(lock.packages).some(
    ([path, { dev }]) => dev !== true && path.endsWith(`node_modules/${name}`),
  )
}
