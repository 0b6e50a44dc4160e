import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allChecks } from '#tests/security/all-checks.ts'
import { addressFields } from '#tests/security/checks/address-fields.ts'
import { electronAge, knownElectron } from '#tests/security/checks/electron-age.ts'
import { compareFuses } from '#tests/security/checks/shared-finders.ts'
import { staticRows } from '#tests/security/checks/static-rows.ts'
import type { Facts } from '#tests/security/check.ts'
import { expectedFuses, readFuseSettings, readFuseWire } from '#tests/security/fuses.ts'
import { packageProblems } from '#tests/security/packages.ts'
import { facts } from '#tests/security/rows-proof.ts'

// What each search must find; a search that finds none of these finds nothing.
const forbidden = [
  'element.innerHTML = words',
  'const run = new Function("x")',
  'return <iframe src="x" />',
  'navigator.serviceWorker.register(url)',
  'crashReporter.start()',
  'safeStorage.encryptString(key)',
  'autoUpdater.checkForUpdates()',
  'app.setLoginItemSettings({})',
  'new Notification("x")',
  'session.clearStorageData()',
  'app.getPath("temp")',
  'import net from "node:net"',
  'import { spawn } from "node:child_process"',
  'session.loadExtension(path)',
]

describe('the security checks', () => {
  it('cover Electron’s twenty items, each once', () => {
    const items = allChecks.map(({ row }) => row).filter((row) => /^\d+$/.test(row))
    expect(items).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)))
  })

  it('have a change of the program that must be caught, or a search that is tested here', () => {
    const bare = allChecks.filter(({ kind, control }) => kind === 'N' && control === undefined)
    expect(bare.map(({ row }) => row)).toEqual([])
  })

  it.each(staticRows.map((row, index) => [row.row, row, forbidden[index] ?? ''] as const))(
    'find what stands for “%s”',
    async (_name, row, text) => {
      const sources = [{ path: 'renderer/features/x.ts', text }]
      expect(row.find({ ...(await facts()), sources })).toHaveLength(1)
      expect(row.find({ ...(await facts()), sources: [] })).toEqual([])
    },
  )

  it('find a request that could say where', () => {
    const methods = {
      'files.open': { request: z.object({ where: z.string() }) },
      'files.list': { request: z.object({ deep: z.array(z.object({ at: z.string().max(12) })) }) },
      'files.read': { request: z.object({ name: z.string().regex(/^[0-9a-f]{32}$/), n: z.number() }) },
    }
    expect(addressFields(methods)).toEqual([
      'files.open.where takes a path or an address',
      'files.list.deep.at takes a path or an address',
    ])
  })

  it('find an Electron that nobody has looked at for long', async () => {
    const found: Facts = { ...(await facts()), today: knownElectron.lookAgainBy }
    expect(electronAge(found)).toEqual([])
    expect(electronAge({ ...found, today: '2099-01-01' })).toHaveLength(1)
    expect(electronAge({ ...found, program: { ...found.program, electron: '1.0.0' } })).toHaveLength(1)
  })

  it('find a fuse that stands wrong, is missing or is new', () => {
    expect(compareFuses(expectedFuses)).toEqual([])
    expect(compareFuses({ ...expectedFuses, runAsNode: true })).toHaveLength(1)
    expect(compareFuses({ ...expectedFuses, fuseOfTomorrow: false })).toHaveLength(1)
    expect(compareFuses({})).toHaveLength(Object.keys(expectedFuses).length)
    expect(readFuseSettings('electronFuses:\n  runAsNode: true\n\nlinux:\n  x: false\n')).toEqual({
      runAsNode: true,
    })
    expect(readFuseWire(Buffer.from('nothing here'))).toBeUndefined()
  })

  it('find packages that could change unseen', () => {
    const good = { version: '1.0.0', integrity: 'sha512-x', resolved: 'https://registry.npmjs.org/a' }
    const problems = (locked: object, wanted = '1.0.0') =>
      packageProblems(
        { packages: { 'node_modules/a': { ...good, ...locked } } },
        { dependencies: { a: wanted } },
      )
    expect(problems({})).toEqual([])
    expect(problems({ integrity: 'sha1-x' })).toEqual(['a has no strong fingerprint'])
    expect(problems({ hasInstallScript: true })).toEqual(['a runs a script when it is installed'])
    expect(problems({ resolved: 'git+ssh://x' })).toEqual(['a comes from git+ssh://x'])
    expect(problems({ version: '^1.0.0' }, '^1.0.0')).toEqual(['a is wanted as ^1.0.0, which is not exact'])
    expect(problems({ version: '1.0.1' })).toEqual(['a is locked at another version than wanted'])
  })
})
