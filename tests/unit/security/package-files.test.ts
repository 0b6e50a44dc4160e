import { describe, expect, it } from 'vitest'
import { makeSbom } from '#electron/launch/sbom.mjs'
import {
  linuxProfileProblems,
  partsListProblems,
  readPackagerFiles,
  sbomProblems,
} from '#tests/security/package-files.ts'
import { readLockFile, readManifest } from '#tests/security/packages.ts'

const files = readPackagerFiles()
const lock = readLockFile()
const manifest = readManifest()

describe('the list of parts', () => {
  it('is complete, has fingerprints and licences, and travels with the package', () => {
    expect(partsListProblems(files)).toEqual([])
  })

  it('names the program, what it is made of, and what that needs', () => {
    const sbom = makeSbom(lock, manifest)
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    expect(sbom.metadata.component.name).toBe('evenhand')
    expect(sbom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    const purls = sbom.components.map(({ purl }) => purl)
    expect(purls.some((purl) => purl.startsWith('pkg:npm/%40mantine/core@'))).toBe(true)
    expect(new Set(purls).size).toBe(purls.length)
    const needs = sbom.dependencies.find(({ ref }) => ref.startsWith('jszip@'))
    expect(needs?.dependsOn.map((ref) => ref.split('@')[0])).toContain('pako')
  })

  it('changes its number with any part, and with nothing else', () => {
    const touched = structuredClone(lock) as { packages: Record<string, { version?: string }> }
    Object.assign(touched.packages['node_modules/vitest'] ?? {}, { version: '9.9.9' })
    expect(makeSbom(touched, manifest)).toEqual(makeSbom(lock, manifest))
    Object.assign(touched.packages['node_modules/saxes'] ?? {}, { version: '9.9.9' })
    expect(makeSbom(touched, manifest).serialNumber).not.toBe(makeSbom(lock, manifest).serialNumber)
  })

  it.each([
    ['react is missing', (name: string) => name !== 'react'],
    ['electron is missing', (name: string) => name !== 'electron'],
    [/^pako@\S+ is needed and not listed$/, (name: string) => name !== 'pako'],
  ])('is found wanting: %s', (problem, keep) => {
    const whole = makeSbom(lock, manifest)
    const components = whole.components.filter(({ name }) => keep(name))
    expect(sbomProblems({ ...whole, components }, lock, manifest)).toContainEqual(
      expect.stringMatching(problem),
    )
  })

  it.each([
    ['does not travel', { settings: files.settings.replace('out/sbom.cdx.json', 'out/none') }],
    ['is not written', { packing: files.packing.replace('\nwriteSbom()', '') }],
  ])('is found wanting when it %s', (_what, change) => {
    expect(partsListProblems({ ...files, ...change })).toHaveLength(1)
  })
})

describe('the profile for Linux', () => {
  it('gives no network', () => {
    expect(linuxProfileProblems(files)).toEqual([])
  })

  it.each([
    ['deny network inet,', ''],
    ['deny network inet6,', 'network inet6,'],
    ['network netlink,', 'network,'],
    ['capability,', 'allow all,'],
    ['flags=(attach_disconnected,mediate_deleted)', 'flags=(unconfined)'],
  ])('is found wanting when “%s” becomes “%s”', (from, to) => {
    const linuxProfile = files.linuxProfile.replace(from, to)
    expect(linuxProfile).not.toBe(files.linuxProfile)
    expect(linuxProfileProblems({ ...files, linuxProfile })).not.toEqual([])
  })

  it('is found wanting when the package does not bring it', () => {
    const settings = files.settings.replace('appArmorProfile:', 'appArmour:')
    expect(linuxProfileProblems({ ...files, settings })).toEqual(['the package does not bring the profile'])
  })
})
