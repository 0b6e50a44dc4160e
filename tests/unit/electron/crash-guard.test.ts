import { expect, it } from 'vitest'
import { createCrashGuard } from '#electron/crash-guard.ts'

it('lets a page come back three times within a minute, and again later', () => {
  let now = 0
  const guard = createCrashGuard(() => now)
  expect([1, 2, 3, 4].map(() => guard.mayRestart())).toEqual([true, true, true, false])
  now = 61_000
  expect(guard.mayRestart()).toBe(true)
})
