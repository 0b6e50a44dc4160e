import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRingFile } from '#electron/services/log/ring-file.ts'
import { aFolder } from '#tests/support/host/folders.ts'

describe('createRingFile', () => {
  it('keeps the newest lines within twice the half size', () => {
    const folder = aFolder()
    const write = createRingFile(folder, 1000)
    for (let line = 0; line < 500; line += 1) write(`line ${String(line).padStart(4, '0')}`)
    const files = readdirSync(folder)
    expect(files.sort()).toEqual(['evenhand.1.log', 'evenhand.log'])
    expect(files.every((name) => statSync(join(folder, name)).size <= 1000)).toBe(true)
    expect(readFileSync(join(folder, 'evenhand.log'), 'utf8').trimEnd().endsWith('line 0499')).toBe(true)
  })

  it('is readable by the owner only', () => {
    const folder = aFolder()
    createRingFile(join(folder, 'logs'))('started')
    if (process.platform === 'win32') return // Windows keeps rights elsewhere.
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'logs', 'evenhand.log')).mode & 0o777).toBe(0o600)
  })

  it('does not stop the program when the folder cannot be written', () => {
    expect(() => createRingFile('/dev/null/nowhere')('started')).not.toThrow()
  })
})
