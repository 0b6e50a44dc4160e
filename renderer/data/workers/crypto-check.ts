import type { HeadTable } from '#shared/vault/manifest.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { opensKeyRow } from './case-keys.ts'
import { openRow } from './row-seals.ts'
import type { OpenedVault } from './row-seals.ts'
import { openTrailRow } from './trail-rows.ts'

/** What the check behind an open vault asks of the rows that unlocking read. */
export interface CheckOperations {
  /** Names of the rows that must be on disk: those that unlocking found, and what commits have made of them since. */
  knownNames(input: { readonly table: HeadTable }): readonly Uint8Array[]
  /**
   * Opens rows of one table as they are on disk, null for one that is not there, and answers with the places of those that
   * do not open or are not the writing that the manifest counts. A row that a commit has removed since is not looked for.
   */
  testRows(input: RowsToTest): Promise<readonly number[]>
}

export interface RowsToTest {
  readonly table: HeadTable
  readonly names: readonly Uint8Array[]
  readonly rows: readonly (Uint8Array | null)[]
}

/** Makes the operations. */
export function checkOperations(vault: () => OpenedVault): CheckOperations {
  return {
    knownNames: ({ table }) => vault().manifest.names(table),
    testRows: (input) => testRows(vault(), input),
  }
}

async function testRows(vault: OpenedVault, { table, names, rows }: RowsToTest): Promise<readonly number[]> {
  const good = await Promise.all(
    names.map(async (name, index) => {
      const row = rows[index]
      if (!vault.manifest.has({ table, name })) return true
      if (!row || !(await vault.manifest.isNoted({ table, name }, row))) return false
      return opens(vault, table, name, row)
    }),
  )
  return good.flatMap((isGood, index) => (isGood ? [] : [index]))
}

async function opens(
  vault: OpenedVault,
  table: HeadTable,
  name: Uint8Array,
  row: Uint8Array,
): Promise<boolean> {
  if (table === 'keys') return opensKeyRow(vault.keys, name, row)
  if (table === 'audit') return (await openTrailRow(vault.keys, name, row)) !== undefined
  const decoded = decodeRow(row)
  const opened = decoded && (await openRow(vault, { table, name, caseId: null }, decoded))
  if (!opened?.ok) return false
  opened.value.fill(0)
  return true
}
