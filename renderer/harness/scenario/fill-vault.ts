import { z } from 'zod'
import { created, defineCommand } from '#shared/commands/command.ts'
import type { CommandContext } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { Change, RecordEntry, RecordKind } from '#shared/records/record.ts'
import { makeNotes } from '../bench/notes.ts'

/**
 * Fills a vault: copies one family and one of its sessions until there are so many of both, each session with a note of
 * 1.2 KB. Copies are whole records of the product; only their names, days and words differ.
 */
export const fillVault = defineCommand({
  name: 'harness.fill',
  summary: 'Copies a family and its session many times.',
  input: z.object({ case: z.string(), session: z.string(), cases: z.int(), sessionsPerCase: z.int() }),
  run: async (context, input) => {
    const family = await opened(context, 'case', input.case)
    const session = await opened(context, 'session', input.session)
    const notes = makeNotes(input.cases * input.sessionsPerCase, 1)
    const changes: Change[] = []
    for (let turn = 0; turn < input.cases; turn++) {
      const caseId = context.newId()
      const { label } = family.entry.head
      const head = { ...family.entry.head, label: `${label} ${notes[turn]?.title ?? ''}` }
      const owner = family.entry.caseId === family.entry.id ? caseId : family.entry.caseId
      // Signed, as all but the latest are: what is still to be signed stands on the first page.
      const signed = { state: 'signed' as const, signedAt: context.now, disputeIds: [] }
      changes.push(created('case', caseId, owner, head, family.body))
      for (let place = 0; place < input.sessionsPerCase; place++) {
        const note = notes[turn * input.sessionsPerCase + place]
        const entry = session.body.entries[0]
        invariant(note && entry, 'there is a note for each session, and one to copy')
        const entries = [{ ...entry, id: context.newId(), text: note.text }]
        const sessionHead = { ...session.entry.head, ...signed, heldOn: note.heldOn, entryCount: 1 }
        changes.push(created('session', context.newId(), caseId, sessionHead, { ...session.body, entries }))
      }
    }
    return ok({ output: { records: String(changes.length) }, changes })
  },
})

async function opened<K extends RecordKind>({ records }: CommandContext, kind: K, id: string) {
  const entry = records.get(id)
  invariant(entry?.kind === kind, 'the record to copy is there')
  // The kind was just compared.
  const found = entry as RecordEntry as RecordEntry<K>
  const body = await records.body(found)
  invariant(body, 'the record to copy has a body')
  return { entry: found, body }
}
