import { readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const built = (path: string) => readFileSync(join(root, 'out', path), 'utf8')
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

// Follows the imports of a built file, as the packaged program will.
function importsOf(path: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, target = ''] of built(path).matchAll(/^(?:import|export)\b[^'"\n]*['"]([^'"]+)['"]/gm)) {
    const isOurs = target.startsWith('.')
    const name = isOurs ? join(path, '..', target) : target
    if (seen.has(name)) continue
    seen.add(name)
    if (isOurs) importsOf(name, seen)
  }
  return seen
}

describe('the built program', () => {
  it('needs nothing at run time but Node and Electron, because the package brings no other modules', () => {
    const foreign = [...importsOf('main/main.js')].filter(
      (name) =>
        !name.startsWith('main/') &&
        !name.startsWith('node:') &&
        !builtinModules.includes(name) &&
        name !== 'electron',
    )
    expect(foreign).toEqual([])
  })

  it('reaches no part of the browser host or of playwright from the Electron host', () => {
    expect([...importsOf('main/main.js')].join()).not.toMatch(/chromium|playwright/)
  })

  it('has a preload in one CommonJS file, as the sandbox asks', () => {
    expect(readdirSync(join(root, 'out/preload'))).toEqual(['preload.cjs'])
    expect(
      [...built('preload/preload.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name),
    ).toEqual(['electron'])
  })

  it('has a page without inline scripts, inline styles, or addresses elsewhere', () => {
    const page = built('renderer/index.html')
    expect([...page.matchAll(/<script[^>]*>([^<]*)/g)].map(([, text]) => text?.trim())).toEqual([''])
    expect(page).not.toMatch(/<style|style=|https?:|data:|onload=|onclick=/)
  })

  it('carries one key worker, by the name that gets the policy for WebAssembly', () => {
    const names = readdirSync(join(root, 'out/renderer/assets')).filter((name) => name.includes('kdf-worker'))
    expect(names).toHaveLength(1)
  })

  it('packs neither the tests’ page nor the browser host', () => {
    expect(configuration).toContain("'!out/harness/**'")
    expect(configuration).toContain("'!out/main/chromium.js'")
    expect(configuration).toContain("'!node_modules/**'")
  })

  it('closes every fuse of Electron that opens the program', () => {
    const fuses = Object.fromEntries(
      [...configuration.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value]),
    )
    expect(fuses).toMatchObject({
      runAsNode: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })
})
