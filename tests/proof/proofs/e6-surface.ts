import type { Proof } from '../proof.ts'
import { removedNames } from '#shared/contract/removed-names.ts'
import { withHost } from '#tests/security/browser/open-host.ts'
import { expectedFacts, lookAtPage } from '#tests/security/browser/page-facts.ts'
import type { PageFacts } from '#tests/security/browser/page-facts.ts'
import { workerPowers, workersWithout } from '#tests/security/browser/worker-powers.ts'
import { rowsProof } from '#tests/security/rows-proof.ts'

/** What a page and its workers can reach: names, parameters, and what was taken away, in both hosts. */
export const proof: Proof = rowsProof('E6', 'The page sees two functions of the program and nothing else', {
  kind: 'browser',
  tiers: ['ci', 'full'],
  tries: async (run) => {
    const found = await withHost(false, ({ page }) => lookAtPage(page, removedNames))
    for (const name of Object.keys(expectedFacts) as (keyof PageFacts)[]) {
      const [seen, expected] = [JSON.stringify(found[name]), JSON.stringify(expectedFacts[name])]
      if (seen !== expected) run.fail(`${name}: ${seen} instead of ${expected}`)
    }
    for (const power of await withHost(false, ({ page }) => workerPowers(page))) run.fail(power)
    const inWorkers = Object.values(workersWithout).flat().length
    return Object.keys(expectedFacts).length + removedNames.length * 2 + inWorkers
  },
})
