import { z } from 'zod'
import { created, defineCommand } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf } from '#shared/records/record.ts'
import { hexToBytes, bytesToHex } from '#shared/vault/bytes.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { open } from '#shared/vault/sealed-object.ts'
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

/** A sealed object of the published vectors, as far as opening needs it. */
interface SealedVector {
  readonly secret: string
  readonly context: {
    readonly vaultId: string
    readonly store: string
    readonly objectId: string
  } & Readonly<Record<'rev' | 'schema' | 'epoch', number>>
  readonly sealed: string
}

/** What this browser answers to each vector: the plaintext in hexadecimal, or the error class. */
export function openVectors(vectors: readonly SealedVector[]): Promise<readonly string[]> {
  return Promise.all(
    vectors.map(async ({ secret, context, sealed }) => {
      const own = {
        ...context,
        vaultId: hexToBytes(context.vaultId),
        objectId: hexToBytes(context.objectId),
        flags: 0,
      }
      const opened = await open(await importSecret(hexToBytes(secret)), own, hexToBytes(sealed))
      return opened.ok ? `ok ${bytesToHex(opened.value)}` : opened.error.code
    }),
  )
}
