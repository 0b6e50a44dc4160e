import { z } from 'zod'
import { changed, created, defineCommand, removed } from '#shared/commands/command.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { err, ok } from '#shared/domain/result.ts'

/** Small commands over the record kind with the loosest shape, so that these tests depend on the store alone. */
const Text = z.object({ id: z.string(), title: z.string(), text: z.string() })

function find(entry: RecordEntry | undefined): RecordEntry<'attachment'> | undefined {
  return entry?.kind === 'attachment' ? (entry as RecordEntry<'attachment'>) : undefined
}

type Head = RecordEntry<'attachment'>['head']

// The store does not look into heads and bodies; what it must keep is any plain value.
const head = (title: string) => ({ title }) as unknown as Head
const body = (text: string) => ({ text }) as never

export const writeText = defineCommand({
  name: 'test.write-text',
  summary: 'Writes one text record.',
  input: Text,
  run: async (context, { id, title, text }) => {
    const entry = find(context.records.get(id))
    const change = entry
      ? changed(entry, head(title), body(text))
      : created('attachment', id, 'case-1', head(title), body(text))
    return ok({ output: id, changes: [change] })
  },
})

export const writeManyTexts = defineCommand({
  name: 'test.write-many-texts',
  summary: 'Writes several text records in one commit.',
  input: z.array(Text),
  run: async (_context, texts) => {
    const changes = texts.map(({ id, title, text }) =>
      created('attachment', id, 'case-1', head(title), body(text)),
    )
    return ok({ output: changes.length, changes })
  },
})

export const retitle = defineCommand({
  name: 'test.retitle',
  summary: 'Changes the head alone.',
  input: z.object({ id: z.string(), title: z.string() }),
  run: async (context, { id, title }) => {
    const entry = find(context.records.get(id))
    return entry ? ok({ output: id, changes: [changed(entry, head(title))] }) : err({ code: 'not-found' })
  },
})

export const removeText = defineCommand({
  name: 'test.remove-text',
  summary: 'Removes one text record.',
  input: z.object({ id: z.string() }),
  run: async (context, { id }) => {
    const entry = find(context.records.get(id))
    return entry ? ok({ output: id, changes: [removed(entry)] }) : err({ code: 'not-found' })
  },
})

export const readText = defineCommand({
  name: 'test.read-text',
  summary: 'Opens one body.',
  input: z.object({ id: z.string() }),
  run: async (context, { id }) => {
    const entry = find(context.records.get(id))
    if (!entry) return err({ code: 'not-found' })
    const opened: unknown = await context.records.body(entry)
    return ok({ output: (opened as { text: string }).text, changes: [] })
  },
})
