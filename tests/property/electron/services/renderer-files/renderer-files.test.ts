import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadRendererFiles } from '#electron/services/renderer-files/renderer-files.ts'

const origin = 'app://vault'
const outside = mkdtempSync(join(tmpdir(), 'evenhand-test-'))
const folder = join(outside, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(outside, 'secret.txt'), 'secret')
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'assets', 'index-a1.js'), 'page')
afterAll(() => rmSync(outside, { recursive: true, force: true }))

describe('addresses that try to leave the build', () => {
  const files = loadRendererFiles(folder, origin)
  const pieces = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2E.',
    '..%2f',
    '%5c',
    '\\',
    '/',
    '//',
    '%00',
    '\0',
    'assets',
    'index.html',
    'secret.txt',
    '%252e%252e',
    '....',
    '..;',
    '?x=1',
    '#',
    'etc/passwd',
    'C:',
    'file:',
    '\u2025',
    '\uFF0E\uFF0E',
    ' ',
    '%20',
    'INDEX.HTML',
  )
  const hosts = fc.constantFrom(
    origin,
    'app://vault.evil',
    'app://evil',
    'app://vault@evil',
    'app:/vault',
    'APP://vault',
    'file://',
    'http://vault',
    'app://vault:80',
    '',
  )

  it('never answers with anything but a file of the build, for 5,000 addresses', () => {
    fc.assert(
      fc.property(hosts, fc.array(pieces, { maxLength: 8 }), (host, parts) => {
        const url = `${host}/${parts.join('/')}`
        const answer = files.answer(url)
        const [path = ''] = url.slice(origin.length).split('#')
        const isListed = url.startsWith(`${origin}/`) && (path === '/' || files.paths.includes(path))
        expect(answer.status).toBe(isListed ? 200 : 404)
        expect(answer.body.length > 0).toBe(isListed)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/index.html?x',
    '/assets/.env',
    '//vault/index.html',
    `/${'a'.repeat(100_000)}`,
  ])('answers %s with nothing', (path) => {
    expect(files.answer(origin + path)).toMatchObject({ status: 404 })
  })
})
