import { existsSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ProfileInUse, lockProfile } from '#electron/hosts/chromium/profile-lock.ts'
import { aFolder } from '#tests/support/host/folders.ts'

describe('lockProfile', () => {
  it('lets one program in, and the next one when the first has left', () => {
    const folder = aFolder()
    const leave = lockProfile(folder)
    expect(() => lockProfile(folder)).toThrow(ProfileInUse)
    leave()
    expect(existsSync(join(folder, 'evenhand.lock'))).toBe(false)
    expect(() => lockProfile(folder)).not.toThrow()
  })

  it('takes over from a program that was killed', () => {
    const folder = aFolder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(folder, 'evenhand.lock'), String(pid))
    expect(() => lockProfile(folder)).not.toThrow()
  })

  it.each(['', 'nonsense', '-1', '0'])('takes over a lock that says %j', (text) => {
    const folder = aFolder()
    writeFileSync(join(folder, 'evenhand.lock'), text)
    expect(() => lockProfile(folder)).not.toThrow()
  })
})
