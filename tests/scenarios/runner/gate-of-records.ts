import type { CommandContext } from '#shared/commands/command.ts'
import { gateOf, settingOf } from '#shared/commands/decision-material.ts'
import type { GateItem } from '#shared/domain/decision/gate.ts'
import type { BodyOf, RecordEntry, RecordKind } from '#shared/records/record.ts'
import type { WholeRecord } from '#tests/support/memory-vault.ts'

/** A context that reads from a list of records, so that rules can be asked outside the vault. */
export function commandContextOf(records: readonly WholeRecord[], now: string, zone: string): CommandContext {
  return {
    now,
    zone,
    newId: () => {
      throw new Error('Broken invariant: a check makes no records')
    },
    records: {
      get: (id) => records.find((record) => record.id === id),
      list: <K extends RecordKind>(kind: K, caseId?: string) =>
        // Filtered by kind.
        records.filter(
          (record) => record.kind === kind && (caseId === undefined || record.caseId === caseId),
        ) as readonly unknown[] as readonly RecordEntry<K>[],
      body: <K extends RecordKind>(entry: RecordEntry<K>) =>
        // The body that belongs to this entry's kind.
        Promise.resolve(records.find(({ id }) => id === entry.id)?.body as BodyOf<K> | undefined),
    },
  }
}

/** The gate of a draft; undefined when there is none of this id. */
export async function gateItemsOf(
  context: CommandContext,
  decisionId: string,
): Promise<readonly GateItem[] | undefined> {
  const setting = await settingOf(context, decisionId)
  return setting.ok ? gateOf(context, setting.value) : undefined
}
