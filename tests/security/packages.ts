import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './program/stand-in-hooks.ts'

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Packages whose own scripts may run while they are installed, each looked at: they fetch or pick a program of their system. */
const knownInstallScripts = [
  'node',
  'electron',
  'electron-winstaller',
  'core-js-bundle',
  'esbuild',
  'fsevents',
]

/** The list of what is installed, as it lies in the repository. */
export function readLockFile(): LockFile {
  // Written by npm; what is read of it is looked at with doubt.
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
}

/** Finds packages that could change unseen: no fingerprint, a weak one, no exact version, a script nobody looked at. */
export function packageProblems(lock: LockFile, manifest: Manifest): readonly string[] {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  return [
    ...loose.map(([name, version]) => `${name} is wanted as ${version}, which is not exact`),
    ...Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .flatMap(([path, locked]) => problemsOf(path.replace(/^.*node_modules\//, ''), locked)),
    ...Object.entries(wanted)
      .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
      .map(([name]) => `${name} is locked at another version than wanted`),
  ]
}

function problemsOf(
  name: string,
  { integrity, resolved, hasInstallScript, link }: LockedPackage,
): readonly string[] {
  return [
    ...(integrity?.startsWith('sha512-') === true || link === true
      ? []
      : [`${name} has no strong fingerprint`]),
    ...(resolved === undefined || resolved.startsWith('https://') ? [] : [`${name} comes from ${resolved}`]),
    ...(hasInstallScript === true && !knownInstallScripts.includes(name)
      ? [`${name} runs a script when it is installed`]
      : []),
  ]
}
