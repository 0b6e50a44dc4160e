import { expect, it } from 'vitest'
import { withHost } from '#tests/security/browser/open-host.ts'
import { workerPowers, workersWithout } from '#tests/security/browser/worker-powers.ts'

it('gives no worker a way to the network, and the one that reads files of others no store either', async () => {
  expect(await withHost(false, ({ page }) => workerPowers(page))).toEqual([])
})

// The same question about names that every worker keeps: it has to be answered with all of them.
it('would find a name that is still there', async () => {
  const kept = Object.fromEntries(Object.keys(workersWithout).map((name) => [name, ['TextDecoder']]))
  expect(await withHost(false, ({ page }) => workerPowers(page, kept))).toEqual(
    Object.keys(workersWithout).map((name) => `${name} has TextDecoder`),
  )
})
