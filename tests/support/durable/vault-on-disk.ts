import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { RealDurable } from './real-durable.ts'

/** Appends a commit in one part; throws the code of a refusal. */
export async function append({ call }: RealDurable, seq: number, rows: readonly StoredRow[]): Promise<void> {
  const appended = await call('durable.append', { seq, part: 0, last: true, rows: [...rows] })
  if (!appended.ok) throw new Error(appended.error.code)
}

/** Reads all rows up to a commit, or up to the last; throws the code of a refusal. */
export async function readAll(
  { call }: RealDurable,
  after = 0,
  upTo: number | null = null,
): Promise<StoredRow[]> {
  const begun = await call('durable.read', { after, upTo })
  if (!begun.ok) throw new Error(begun.error.code)
  const rows: StoredRow[] = []
  for (;;) {
    const part = await call('durable.read.next', { token: begun.value.token })
    if (!part.ok) throw new Error(part.error.code)
    rows.push(...part.value.rows)
    if (part.value.done) return rows
  }
}

/** Hands over a whole state as `durable.rebuild` wants it. */
export async function rebuild({ call }: RealDurable, seq: number, rows: readonly StoredRow[]): Promise<void> {
  const begun = await call('durable.rebuild', { seq })
  if (!begun.ok) throw new Error(begun.error.code)
  const done = await call('durable.rebuild.rows', { token: begun.value.token, rows: [...rows], last: true })
  if (!done.ok) throw new Error(done.error.code)
}

/** What `durable.look` says of the journal. */
export async function journalOf({ call }: RealDurable) {
  const look = await call('durable.look', {})
  if (!look.ok) throw new Error(look.error.code)
  return look.value.journal
}
