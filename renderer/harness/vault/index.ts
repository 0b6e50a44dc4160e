import { z } from 'zod'
import { created, defineCommand } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf } from '#shared/records/record.ts'
import { execute, session } from '#renderer/data/page-session.ts'

export { session }

const kind = 'attachment'

const writeTexts = defineCommand({
  name: 'harness.write-texts',
  summary: 'Writes texts under the loosest record kind.',
  input: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  run: async (_context, texts) => {
    const changes = texts.map(({ id, title, text }) =>
      // The store keeps any plain value; these tests are about the store.
      created(
        kind,
        id,
        'case',
        { title } as unknown as HeadOf<typeof kind>,
        { text } as unknown as BodyOf<typeof kind>,
      ),
    )
    return ok({ output: changes.length, changes })
  },
})

/** Writes texts through the whole data layer. */
export function write(texts: readonly { id: string; title: string; text: string }[]) {
  return execute(writeTexts, [...texts])
}

/** Ids and titles of everything that was written. */
export function titles(): readonly string[] {
  return session.model
    .get()
    .list(kind)
    .map(({ head }) => (head as unknown as { readonly title: string }).title)
}

/** Opens one text. */
export async function read(id: string): Promise<string> {
  const entry = session.model.get().get(id)
  invariant(entry && session.opened, 'the test reads what it wrote')
  return ((await session.opened.bodies.read(entry)) as { readonly text: string }).text
}

/** What this browser answers to the published vectors. */
export { productAnswers } from './vectors/product-answers.ts'
