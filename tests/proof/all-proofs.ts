import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Proof } from './proof.ts'

const folder = join(import.meta.dirname, 'proofs')

/** Every proof in the folder, in the order of its id. */
export async function allProofs(): Promise<readonly Proof[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(
    files.map(
      async (name) => (await import(pathToFileURL(join(folder, name)).href)) as { readonly proof: Proof },
    ),
  )
  const order = new Intl.Collator('en', { numeric: true })
  return modules.map(({ proof }) => proof).sort((a, b) => order.compare(a.id, b.id))
}
