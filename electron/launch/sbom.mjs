import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'

/** Packages that are wanted for development only, and yet travel with the program. */
const shippedTools = ['electron']

/** Where the list lies for the packager, which puts it beside the licences. */
export const sbomPath = join(root, 'out', 'sbom.cdx.json')

/** Writes the list of what the program is made of, from the lock file that lies beside the sources. */
export function writeSbom() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  mkdirSync(dirname(sbomPath), { recursive: true })
  writeFileSync(sbomPath, `${JSON.stringify(makeSbom(lock, manifest), null, 2)}\n`)
}

/**
 * The parts of the packaged program as CycloneDX 1.5: each package with version, fingerprint and licence, and what needs
 * what. Without a time and with a number made of its content, so that the same lock file gives the same bytes.
 */
export function makeSbom(lock, manifest) {
  const paths = shippedPaths(lock.packages)
  const byRef = new Map(paths.map((path) => [refOf(path, lock.packages[path]), path]))
  const refs = [...byRef.keys()].sort()
  const self = `${manifest.name}@${manifest.version}`
  const direct = [...Object.keys(manifest.dependencies ?? {}), ...shippedTools]
  const content = {
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': self,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        licenses: licencesOf(manifest.license),
        purl: purlOf(manifest.name, manifest.version),
      },
    },
    components: refs.map((ref) => componentOf(ref, byRef.get(ref), lock.packages)),
    dependencies: [
      { ref: self, dependsOn: refsOf(lock.packages, '', direct) },
      ...refs.map((ref) => ({
        ref,
        dependsOn: neededBy(lock.packages, byRef.get(ref)).filter((each) => byRef.has(each)),
      })),
    ],
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  }
}

// What the product needs at run time. Electron's own packages only fetch its program, which stands here as itself.
function shippedPaths(packages) {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link)
    .map(([path]) => path)
    .concat(shippedTools.map((name) => `node_modules/${name}`))
}

function componentOf(ref, path, packages) {
  const { version, integrity, license, optional } = packages[path]
  return {
    type: 'library',
    'bom-ref': ref,
    name: nameOf(path),
    version,
    scope: optional ? 'optional' : 'required',
    ...(integrity ? { hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }] } : {}),
    licenses: licencesOf(license),
    purl: purlOf(nameOf(path), version),
  }
}

function neededBy(packages, path) {
  if (shippedTools.includes(nameOf(path))) return []
  const { dependencies, peerDependencies } = packages[path]
  return refsOf(packages, path, Object.keys({ ...dependencies, ...peerDependencies }))
}

/** Refs of packages by name, each found as Node finds it: beside the one that asks, or further up. */
function refsOf(packages, path, names) {
  return names
    .map((name) => findPackage(packages, path, name))
    .filter((found) => found !== undefined)
    .map((found) => refOf(found, packages[found]))
    .sort()
}

function findPackage(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return undefined
  }
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function refOf(path, { version }) {
  return `${nameOf(path)}@${version}`
}

function purlOf(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function licencesOf(license) {
  if (!license) return []
  return / (AND|OR|WITH) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }]
}

function hexOf(integrity) {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
}

function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
