import { openHarness } from '../pages/harness-vault.ts'
import type { HarnessVault } from '../pages/harness-vault.ts'
import type { VectorAnswer, VectorSet } from '#renderer/harness/vault/vectors/vector-set.ts'

/** What the product answers to the vectors in a real browser. */
export async function answersInChromium(
  folder: string,
  vectors: VectorSet,
): Promise<readonly VectorAnswer[]> {
  const { page, close } = await openHarness(folder)
  try {
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    return await page.evaluate(async (given) => {
      // Put there by the harness page.
      const { harness } = globalThis as unknown as { readonly harness: { vault(): Promise<HarnessVault> } }
      return (await harness.vault()).productAnswers(given)
    }, vectors)
  } finally {
    await close()
  }
}
