import type { Page, Route } from 'playwright-core'
import type { Proof, ProofRun } from '../proof.ts'
import { keyWorkerPolicy, pagePolicy } from '#electron/services/renderer-files/policy.ts'
import { withHost } from '#tests/security/browser/open-host.ts'
import { policyTries, whatWorks } from '#tests/security/browser/policy-tries.ts'

// Without its policy a page may do these, so they show that the tries can succeed.
const allowedWithoutPolicy = ['eval', 'new Function', 'innerHTML', 'a style from text', 'WebAssembly']

/** The policy on every answer, and what it keeps the page from doing, tried in Chromium. */
export const proof: Proof = {
  id: 'E3',
  title: 'The content policy is on every answer and holds when it is tried',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: (run) =>
    withHost(false, async ({ page, refusedRequests }) => {
      const answers = await collectAnswers(page)
      for (const [url, policy] of answers) {
        const expected = /kdf-worker/.test(url) ? keyWorkerPolicy : pagePolicy
        if (policy !== expected) run.fail(`${new URL(url).pathname} came with “${policy}”`)
      }
      const names = Object.keys(policyTries)
      for (const name of await whatWorks(page, names)) run.fail(`${name} worked`)
      for (const { url } of refusedRequests) run.fail(`the page asked for ${url}`)
      run.note(`${String(answers.size)} answers, ${String(names.length)} tries`)
      return answers.size + names.length
    }),
  control: {
    what: 'The page is served again without its policy.',
    sabotage: (run) => withoutPolicy(run),
  },
}

async function collectAnswers(page: Page): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  page.on('response', (response) => {
    answers.set(response.url(), response.headers()['content-security-policy'] ?? 'none')
  })
  await page.reload({ waitUntil: 'load' })
  return answers
}

async function withoutPolicy(run: ProofRun): Promise<void> {
  await withHost(false, async ({ page, context }) => {
    await context.route('**/*', async (route: Route) => {
      const isPage = new URL(route.request().url()).pathname === '/'
      if (!isPage) return route.fallback()
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
    })
    await page.reload({ waitUntil: 'load' })
    for (const name of await whatWorks(page, allowedWithoutPolicy)) run.fail(`${name} worked`)
  })
}
