import { publishedVectors } from '#tests/support/vault/vectors/load-vectors.ts'
import { oracleAnswers } from '#tests/support/vault/vectors/oracle-answers.ts'
import { productAnswers } from '#renderer/harness/vault/vectors/product-answers.ts'
import { wantedAnswers } from '#renderer/harness/vault/vectors/vector-set.ts'
import type { VectorAnswer } from '#renderer/harness/vault/vectors/vector-set.ts'
import { answersInChromium } from '#tests/support/proof/answers-in-chromium.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** The sample stays in Node; the other tiers ask a browser as well, and need the built pages for it. */
export const proof: Proof = {
  id: 'C1',
  title:
    'Every published vector is answered alike by the product in Node, by a second implementation and by Chromium',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const vectors = publishedVectors()
    const wanted = wantedAnswers(vectors)
    compare(run, 'product', wanted, await productAnswers(vectors))
    compare(run, 'oracle', wanted, oracleAnswers(vectors))
    if (run.tier === 'sample') return 2 * wanted.length
    compare(run, 'chromium', wanted, await answersInChromium(run.folder, vectors))
    return 3 * wanted.length
  },
  control: {
    what: 'One bit of the ciphertext of a vector that opens is turned.',
    sabotage: async (run) => {
      const vectors = publishedVectors()
      const sealed = vectors.sealed.map((vector, index) =>
        index === 0
          ? { ...vector, sealed: `${vector.sealed.slice(0, -1)}${lastDigitTurned(vector.sealed)}` }
          : vector,
      )
      compare(run, 'product', wantedAnswers(vectors), await productAnswers({ ...vectors, sealed }))
    },
  },
}

function compare(
  { fail }: ProofRun,
  who: string,
  wanted: readonly VectorAnswer[],
  given: readonly VectorAnswer[],
): void {
  const byVector = new Map(given.map(({ vector, answer }) => [vector, answer]))
  for (const { vector, answer } of wanted) {
    const found = byVector.get(vector)
    if (found !== answer) fail(`${who}, ${vector}: ${String(found)} in place of ${answer}`)
  }
}

function lastDigitTurned(hex: string): string {
  return (Number.parseInt(hex.slice(-1), 16) ^ 1).toString(16)
}
