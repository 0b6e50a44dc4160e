import { created } from '#shared/commands/command.ts'
import type { Change, RecordEntry } from '#shared/records/record.ts'
import type { VaultSession } from '#renderer/data/session/session.ts'

// The store does not look into heads and bodies; what it must keep is any plain value.
const headOf = (title: string) => ({ title }) as unknown as RecordEntry<'attachment'>['head']

/** A record of a case whose body tells its id. */
export function aText(id: string, caseId: string): Change {
  return created('attachment', id, caseId, headOf(`title of ${id}`), { text: `text of ${id}` } as never)
}

/** Commits changes, which must not be refused. */
export async function commitAll(session: VaultSession, changes: readonly Change[]): Promise<void> {
  const committed = await session.opened?.store.commit(changes)
  if (committed?.ok !== true) throw new Error('the commit was refused')
}

/** A vault with records in every kind of place: 70 in packs of two cases, then single rows and one without a case. */
export async function fillVault(session: VaultSession): Promise<readonly string[]> {
  const packed = Array.from({ length: 70 }, (_, index) =>
    aText(`packed-${String(index)}`, index % 2 === 0 ? 'case-1' : 'case-2'),
  )
  await commitAll(session, packed)
  await commitAll(session, [aText('single-1', 'case-1'), aText('single-2', 'case-3')])
  const ids = [...packed.map(({ id }) => id), 'single-1', 'single-2']
  return ids
}

/** Title and text of every record of the vault, by id; what does not open is told as such. */
export async function everyText(session: VaultSession): Promise<Readonly<Record<string, string>>> {
  const { opened } = session
  const entries = [...session.model.get().all()].sort((a, b) => a.order - b.order)
  const bodies = (await opened?.bodies.readMany(entries)) ?? []
  return Object.fromEntries(
    entries.map(({ id, head }, index) => {
      const body = bodies[index]
      const text = body instanceof Error ? body.message : (body as { text: string }).text
      return [id, `${(head as unknown as { title: string }).title}: ${text}`]
    }),
  )
}
