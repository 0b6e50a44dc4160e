import type { CallResult, MethodName, RequestOf } from '#shared/contract/methods.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { utf8 } from '#shared/vault/bytes.ts'
import type { SealedCommit } from '../workers/crypto-protocol.ts'

export type DurableMethod = Extract<MethodName, `durable.${string}`>

/** The host's second copy of the vault; `host.call` in the product. */
export type DurableCopy = <M extends DurableMethod>(
  method: M,
  request: RequestOf<M>,
) => Promise<CallResult<M>>

/** Why the second copy did not take something, in the words of the save status. */
export type CopyProblem = 'disk-full' | 'copy-unavailable'

/** Parts of a commit or of a whole copy are not larger than this, unless one row alone is. */
const partBytes = 1024 * 1024

/** Name of the row that holds counts and manifest. */
export const stateName = utf8('state')

/**
 * Appends a sealed commit to the second copy, which flushes it before it answers.
 *
 * `out-of-step`: the copy does not end with the commit before; it has to be made anew from the store first.
 */
export async function appendCommit(
  durable: DurableCopy,
  sealed: SealedCommit,
): Promise<Result<void, CopyProblem | 'out-of-step'>> {
  const { sequence: seq } = sealed.state
  const parts = inParts(rowsOfCommit(sealed))
  const waiting: Promise<CallResult<'durable.append'>>[] = []
  for (const [part, rows] of parts.entries()) {
    waiting.push(durable('durable.append', { seq, part, last: part === parts.length - 1, rows }))
    const first = waiting.length > partsAhead ? await waiting.shift() : undefined
    if (first && !first.ok) return refusal(first.error, waiting)
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const appended = await next
    if (!appended.ok) return refusal(appended.error, waiting)
  }
  return ok()
}

/** So many parts are on their way to the host while the next is being made ready; it takes them in their order. */
const partsAhead = 3

/** Parts behind the refused one are refused, too; nobody may begin again before they were. */
async function refusal(
  error: { readonly code: string },
  behind: readonly Promise<unknown>[],
): Promise<Result<never, CopyProblem | 'out-of-step'>> {
  await Promise.allSettled(behind)
  return err(error.code === 'out-of-step' ? 'out-of-step' : copyProblem(error))
}

/** Sorts rows into parts that one call may carry; there is at least one part. */
export function inParts(rows: readonly StoredRow[]): StoredRow[][] {
  const parts: StoredRow[][] = []
  let bytes = 0
  for (const row of rows) {
    bytes += row.value?.length ?? 0
    const last = parts.at(-1)
    if (last && bytes <= partBytes) {
      last.push(row)
    } else {
      parts.push([row])
      bytes = row.value?.length ?? 0
    }
  }
  return parts.length > 0 ? parts : [[]]
}

/** All that the copy holds as of a commit, or all that changed after one, a part at a time. */
export async function* readCopy(
  durable: DurableCopy,
  token: string,
): AsyncGenerator<Result<readonly StoredRow[], CopyProblem>> {
  for (;;) {
    const part = await durable('durable.read.next', { token })
    if (!part.ok) {
      yield err(copyProblem(part.error))
      return
    }
    yield ok(part.value.rows)
    if (part.value.done) return
  }
}

/** Puts a refusal of the host into the words of the save status. */
export function copyProblem({ code }: { readonly code: string }): CopyProblem {
  return code === 'disk-full' ? code : 'copy-unavailable'
}

function rowsOfCommit({ rows, removed, stateRow }: SealedCommit): readonly StoredRow[] {
  return [
    ...rows.map(({ table, name, row }): StoredRow => ({ table, name, value: row })),
    ...removed.map(({ table, name }): StoredRow => ({ table, name, value: null })),
    { table: 'meta', name: stateName, value: stateRow },
  ]
}
