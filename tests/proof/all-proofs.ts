import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Proof, Tier } from './proof.ts'
import { usualSeconds } from './usual-seconds.ts'

const folder = join(import.meta.dirname, 'proofs')

/** Every proof in the folder, the quick ones first, so that a run that is stopped has told as much as it could. */
export async function allProofs(): Promise<readonly Proof[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const proofs = await Promise.all(files.map((name) => load(name)))
  const order = new Intl.Collator('en', { numeric: true })
  return proofs.sort((a, b) => usualSeconds(a.id) - usualSeconds(b.id) || order.compare(a.id, b.id))
}

/** The proofs that take part in a tier, or those of them that are asked for, and what is asked for in vain. */
export function chosenProofs(
  proofs: readonly Proof[],
  tier: Tier,
  only: string | undefined,
): { readonly chosen: readonly Proof[]; readonly unknown: readonly string[] } {
  const wanted = only?.split(',').map((id) => id.trim().toUpperCase())
  const chosen = proofs.filter(
    ({ id, tiers }) => (wanted?.includes(id.toUpperCase()) ?? true) && tiers.includes(tier),
  )
  return {
    chosen,
    unknown: wanted?.filter((id) => !chosen.some((proof) => proof.id.toUpperCase() === id)) ?? [],
  }
}

/** A proof that cannot even be loaded is one that fails, and must not take the others with it. */
async function load(name: string): Promise<Proof> {
  try {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as { readonly proof: Proof } // Every file exports one.
    return module.proof
  } catch (error) {
    const refuse = () => Promise.reject(error instanceof Error ? error : new Error(String(error)))
    const [id = name] = name.toUpperCase().split('-')
    return {
      id,
      title: `${name} cannot be loaded`,
      kind: 'node',
      tiers: ['sample', 'ci', 'full'],
      run: refuse,
      control: { what: 'None.', sabotage: refuse },
    }
  }
}
