import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLargeApp, typeOn, writeLongEntry } from '#tests/support/pages/large-vault.ts'
import { longestTaskMs, watchLongTasks } from '#tests/support/pages/long-tasks.ts'
import { bestOf } from '#tests/support/proof/attempts.ts'

// The same with 100,000 notes is a proof of its own (LT).
describe('a note of 20,000 words', () => {
  let app: Awaited<ReturnType<typeof openLargeApp>>
  beforeAll(async () => {
    app = await openLargeApp(2_000)
    await writeLongEntry(app, 20_000)
  })
  afterAll(() => app.close())

  it('can be typed into, while it is saved, without holding up the page', async () => {
    const longest = await bestOf(
      async () => Math.max(0, ...(await watchLongTasks(app.page, () => typeOn(app.page, 2)))),
      longestTaskMs,
    )
    expect(longest).toBeLessThanOrEqual(longestTaskMs)
  })
})
