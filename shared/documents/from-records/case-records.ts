import type { CommandContext } from '../../commands/command.ts'
import { bodyOf, find, type Found } from '../../commands/lookup.ts'
import { practiceOf } from '../../commands/practice.ts'
import type { PracticeHead } from '../../domain/practice/practice.ts'
import { ok } from '../../domain/result.ts'
import type { BodyOf, RecordEntry, RecordKind } from '../../records/record.ts'

/** A record with its body. */
export interface Opened<K extends RecordKind> {
  readonly id: string
  readonly head: RecordEntry<K>['head']
  readonly body: BodyOf<K>
}

/** Everything on record about one family, and nothing of any other. */
export interface CaseRecords {
  readonly practice: PracticeHead
  readonly matter: Opened<'case'>
  readonly instruments: readonly RecordEntry<'instrument'>[]
  readonly plans: readonly Opened<'plan'>[]
  readonly disputes: readonly Opened<'dispute'>[]
  readonly sessions: readonly Opened<'session'>[]
  readonly decisions: readonly RecordEntry<'decision'>[]
  readonly attachments: readonly RecordEntry<'attachment'>[]
}

/** Opens all records of a case. */
export async function caseRecordsOf(context: CommandContext, caseId: string): Promise<Found<CaseRecords>> {
  const matter = find(context, 'case', caseId)
  if (!matter.ok) return matter
  const [opened, plans, disputes, sessions] = await Promise.all([
    open(context, matter.value),
    openAll(context, 'plan', caseId),
    openAll(context, 'dispute', caseId),
    openAll(context, 'session', caseId),
  ])
  return ok({
    practice: practiceOf(context.records),
    matter: opened,
    instruments: ofCase(context, 'instrument', caseId),
    plans,
    disputes,
    sessions,
    decisions: ofCase(context, 'decision', caseId),
    attachments: ofCase(context, 'attachment', caseId),
  })
}

function openAll<K extends RecordKind>(
  context: CommandContext,
  kind: K,
  caseId: string,
): Promise<readonly Opened<K>[]> {
  return Promise.all(ofCase(context, kind, caseId).map((entry) => open(context, entry)))
}

async function open<K extends RecordKind>(
  context: CommandContext,
  entry: RecordEntry<K>,
): Promise<Opened<K>> {
  return { id: entry.id, head: entry.head, body: await bodyOf(context, entry) }
}

// The reader filters by case already; a second look costs nothing and another family's data must never slip in.
function ofCase<K extends RecordKind>(
  context: CommandContext,
  kind: K,
  caseId: string,
): readonly RecordEntry<K>[] {
  return context.records.list(kind, caseId).filter((entry) => entry.caseId === caseId)
}
