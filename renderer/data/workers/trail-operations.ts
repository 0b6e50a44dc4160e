import type { AuditEntry } from '#shared/vault/audit.ts'
import type { CryptoOperations, TrailToRead } from './crypto-protocol.ts'
import type { OpenedVault } from './row-seals.ts'
import { openTrailRow } from './trail-rows.ts'

export type TrailOperation =
  'trailNames' | 'foldableTrail' | 'readTrail' | 'beginTrailCheck' | 'verifyTrail' | 'trailCheckpoint'

/** What may be asked of the history; entries are added by commits alone. */
export function trailOperations(vault: () => OpenedVault): Pick<CryptoOperations, TrailOperation> {
  return {
    trailNames: () => vault().trail.names(vault().keys),
    foldableTrail: () => vault().trail.foldable(vault().keys),
    readTrail: (input) => readTrail(vault(), input),
    beginTrailCheck: ({ witness }) => vault().trail.beginCheck(vault().keys, witness),
    verifyTrail: (input) => vault().trail.verify(vault().keys, input),
    trailCheckpoint: () => vault().trail.checkpoint(vault().keys),
  }
}

async function readTrail(
  { keys }: OpenedVault,
  { rows, id, caseId }: TrailToRead,
): Promise<readonly AuditEntry[]> {
  const opened = await Promise.all(rows.map(({ name, row }) => openTrailRow(keys, name, row)))
  return opened
    .flatMap((entries) => entries ?? [])
    .map(({ mac: _, signature: __, ...entry }): AuditEntry => entry)
    .filter(({ objects }) => id === undefined || objects.some((object) => object.id === id))
    .filter(
      ({ objects }) =>
        caseId === undefined || objects.some((object) => object.caseId === caseId || object.id === caseId),
    )
}
