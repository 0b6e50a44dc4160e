import type { MemoryVault } from '#tests/support/memory-vault.ts'

/** Runs a command that has to succeed; throws with the refusal when it does not. */
export async function must(vault: MemoryVault, name: string, input: unknown): Promise<object> {
  const result = await vault.execute(name, input)
  if (!result.ok) throw new Error(`${name} refused: ${JSON.stringify(result.error)}`)
  return Object(result.value) as object // every command answers with a plain object
}

/** Runs a command that makes a record and gives its id. */
export async function make(vault: MemoryVault, name: string, input: unknown): Promise<string> {
  const output = await must(vault, name, input)
  if (!('id' in output)) throw new Error(`${name} makes no record`)
  return String(output.id)
}
