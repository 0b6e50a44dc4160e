import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyWorkerPolicy, pagePolicy } from '#electron/services/renderer-files/policy.ts'
import { withPrintPolicy } from '#electron/services/renderer-files/print-policy.ts'
import { loadRendererFiles } from '#electron/services/renderer-files/renderer-files.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const origin = 'app://vault'

function aBuild() {
  const outside = aFolder()
  const folder = join(outside, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets/index-a1.js'), 'page')
  writeFileSync(join(folder, 'assets/kdf-worker-b2.js'), 'worker')
  writeFileSync(join(folder, 'assets/face.woff2'), 'face')
  writeFileSync(join(folder, 'assets/.env'), 'hidden')
  return loadRendererFiles(folder, origin)
}

describe('loadRendererFiles', () => {
  it('lists the built files and nothing of an unknown kind', () => {
    const expected = ['/assets/face.woff2', '/assets/index-a1.js', '/assets/kdf-worker-b2.js', '/index.html']
    expect(aBuild().paths).toEqual(expected)
  })

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html#/cases/abc', 'text/html; charset=utf-8'],
    ['/assets/index-a1.js', 'text/javascript; charset=utf-8'],
    ['/assets/face.woff2', 'font/woff2'],
  ])('answers %s as %s', (path, type) => {
    const answer = aBuild().answer(origin + path)
    expect(answer.status).toBe(200)
    expect(answer.headers['Content-Type']).toBe(type)
  })

  it('sends every header of protection with every answer, a missing file included', () => {
    const files = aBuild()
    for (const path of [...files.paths, '/missing']) {
      const { headers } = files.answer(origin + path)
      expect(headers).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cache-Control': 'no-store',
      })
      expect(headers['Permissions-Policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    }
  })

  it('lets only the worker that derives keys compile WebAssembly', () => {
    const files = aBuild()
    expect(files.answer(`${origin}/assets/kdf-worker-b2.js`).headers['Content-Security-Policy']).toBe(
      keyWorkerPolicy,
    )
    expect(files.answer(`${origin}/assets/index-a1.js`).headers['Content-Security-Policy']).toBe(pagePolicy)
  })
})

describe('the policy', () => {
  it('is the one that was agreed', () => {
    expect(pagePolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'none'",
      "worker-src 'self'",
      'media-src blob:',
      "frame-src 'none'",
      "child-src 'none'",
      "object-src 'none'",
      "manifest-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types app-worker',
    ])
  })

  it('says “unsafe” nowhere on the page, and in the key worker only for WebAssembly', () => {
    expect(pagePolicy).not.toMatch(/unsafe|data:|http|\*/)
    expect(keyWorkerPolicy.match(/[^\s;]*unsafe[^\s;]*/g)).toEqual(["'wasm-unsafe-eval'"])
    expect(keyWorkerPolicy).toContain("connect-src 'none'")
  })

  it('comes first in the head of a page that is printed', () => {
    const html = withPrintPolicy('<!doctype html><html><head lang="en"><style>b{}</style></head></html>')
    expect(html).toMatch(
      /<head lang="en"><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    )
    expect(() => withPrintPolicy('<p>no head</p>')).toThrow('head')
  })
})
