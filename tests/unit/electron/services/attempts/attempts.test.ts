import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAttempts } from '#electron/services/attempts/attempts.ts'
import { aFolder } from '#tests/support/host/folders.ts'

function someAttempts(folder = aFolder()) {
  let minute = 0
  const clock = { now: () => `2026-03-02T09:0${String(minute++)}:00.000Z` }
  return { folder, attempts: createAttempts(folder, clock) }
}

describe('createAttempts', () => {
  it('starts with none', () => {
    expect(someAttempts().attempts.look()).toEqual({ count: 0, first: null, last: null })
  })

  it('counts attempts that come at once, and remembers them over a new start', async () => {
    const { folder, attempts } = someAttempts()
    await Promise.all([attempts.note(), attempts.note(), attempts.note()])
    expect(someAttempts(folder).attempts.look()).toEqual({
      count: 3,
      first: '2026-03-02T09:00:00.000Z',
      last: '2026-03-02T09:02:00.000Z',
    })
    if (process.platform !== 'win32') expect(statSync(join(folder, 'attempts.json')).mode & 0o777).toBe(0o600)
  })

  it('begins anew once they were seen', async () => {
    const { attempts } = someAttempts()
    await attempts.note()
    attempts.forget()
    expect(attempts.look().count).toBe(0)
  })

  it.each(['', '{', '[]', '{"count":-1}', '{"count":"many","first":null,"last":null}'])(
    'takes a damaged count %j for none',
    (text) => {
      const { folder, attempts } = someAttempts()
      writeFileSync(join(folder, 'attempts.json'), text)
      expect(attempts.look()).toEqual({ count: 0, first: null, last: null })
    },
  )
})
