import { z } from 'zod'
import { host } from '#renderer/host/index.ts'
import { storeFile } from '#renderer/data/files/store-file.ts'
import { created, defineCommand } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf, RecordKind } from '#shared/records/record.ts'
import { recordKinds } from '#shared/records/record.ts'
import { backups, execute, session } from './storm-session.ts'
import { passphraseOf, wordOf } from './words.ts'

/** A record as a test made it; head and body are whatever the test wants to find again. */
interface AnyRecord {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  readonly head: unknown
  readonly body: unknown
}

const put = defineCommand({
  name: 'storm.put',
  summary: 'Writes records of any kind as they come.',
  input: z.array(z.custom<AnyRecord>()),
  run: async (_context, records) => {
    const changes = records.map(({ id, kind, caseId, head, body }) => {
      invariant(Object.hasOwn(recordKinds, kind), 'the test makes records of known kinds')
      // The store keeps any plain value under a kind; what is looked for is whether it stays sealed.
      const own = kind as RecordKind
      return created(own, id, caseId, head as HeadOf<typeof own>, body as BodyOf<typeof own>)
    })
    return ok({ output: changes.length, changes })
  },
})

/**
 * Does with records whatever the program does: writes them one by one and many at once, reads them, keeps files,
 * folds, makes a snapshot and a backup. Answers with how many of the words it read back, and with what failed.
 */
export async function fillWithCanaries(
  records: readonly AnyRecord[],
  files: readonly { readonly name: string; readonly text: string }[],
  words: readonly string[],
): Promise<{ readonly readBack: number; readonly failed: readonly string[] }> {
  const failed: string[] = []
  const half = Math.ceil(records.length / 2)
  const told = (what: string, done: { readonly ok: boolean }) => done.ok || failed.push(what)
  for (const record of records.slice(0, half)) told('write', await execute(put, [record]))
  told('write many', await execute(put, records.slice(half)))
  for (const { name, text } of files) told('store a file', await keepFile(name, text))
  await session.opened?.store.fold(1)
  told('snapshot', await host.call('durable.snapshot', {}))
  const folder = await backups.chooseFolder(true)
  told('backup', folder.ok ? await backups.backUp(folder.value.id) : folder)
  const all = JSON.stringify(await everything())
  return { readBack: words.filter((word) => all.includes(word)).length, failed }
}

/** Opens or makes the vault of this profile with a passphrase that the seed gives, and that nobody sends. */
export async function openWithOwnWord(seed: number): Promise<string> {
  await session.start()
  const passphrase = passphraseOf(seed)
  const opened =
    session.state.get() === 'none'
      ? await session.createVault({ passphrase })
      : await session.unlockWithPassphrase(passphrase)
  return opened.ok ? 'yes' : opened.error.code
}

/** Holds words the way screens do: in records, in an open body, in fields and in the text of the page. */
export async function keepWordsInMemory(seed: number, count: number): Promise<number> {
  const words = Array.from({ length: count }, (_, index) => wordOf(seed, index))
  await execute(
    put,
    words.map((word, index) => ({
      id: `memory-${String(index)}`,
      kind: 'attachment',
      caseId: 'case-1',
      head: { title: word },
      body: { text: `${word} in a body` },
    })),
  )
  const field = document.createElement('textarea')
  // As every field of the product: without this the browser itself keeps what stands in it, to restore the page.
  field.autocomplete = 'off'
  field.value = words.join(' ')
  document.body.append(field, document.createTextNode(words.join(', ')))
  field.focus()
  return JSON.stringify(await everything()).split('QzvXkw').length - 1
}

/** Locks; the page ends before it could answer. */
export function lockNow(): void {
  void session.lock()
}

async function keepFile(name: string, text: string): Promise<{ readonly ok: boolean }> {
  const { opened } = session
  invariant(opened, 'the vault is open')
  const file = new File([text], name, { type: 'text/plain' })
  return storeFile({ call: host.call }, opened.workers.call, file)
}

async function everything(): Promise<readonly unknown[]> {
  const { opened } = session
  invariant(opened, 'the vault is open')
  const entries = [...session.model.get().all()]
  return Promise.all(entries.map(async (entry) => [entry, await opened.bodies.read(entry)]))
}
