import { z } from 'zod'
import { host } from '#renderer/host/index.ts'
import { verifyHistory } from '#renderer/data/audit/read-history.ts'
import { changed, created, defineCommand } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf, RecordEntry } from '#shared/records/record.ts'
import { backups, execute, keys, session } from './storm-session.ts'

export { fillWithCanaries, keepWordsInMemory, lockNow, openWithOwnWord } from './canaries.ts'

/** What a page does until it is killed. Typing goes on beside everything else. */
export type StormKind = 'typing' | 'importing' | 'snapshotting' | 'rotating' | 'backing-up'

/** A text as it is found after a kill. */
export interface StormText {
  readonly id: string
  readonly title: string
  readonly text: string | null
}

/** What stands in the vault after it was opened again. */
export interface StormLook {
  readonly opened: string
  readonly texts: readonly StormText[]
  readonly damage: number
  readonly restored: string | null
  readonly history: { readonly ok: boolean; readonly seq: number }
}

const kind = 'attachment'
type Attachment = RecordEntry<typeof kind>

const Texts = z.array(z.object({ id: z.string(), title: z.string(), text: z.string() }))

const write = defineCommand({
  name: 'storm.write',
  summary: 'Writes texts under the loosest record kind, all or none.',
  input: Texts,
  run: async ({ records }, texts) => {
    const changes = texts.map(({ id, title, text }) => {
      // The store keeps any plain value; this is about the store.
      const head = { title } as unknown as HeadOf<typeof kind>
      const body = { text } as unknown as BodyOf<typeof kind>
      const entry = records.get(id) as Attachment | undefined
      return entry
        ? changed(entry, head, body)
        : created(kind, id, `case-${String(texts.length)}`, head, body)
    })
    return ok({ output: changes.length, changes })
  },
})

/** Opens the vault or makes one, and tells what is in it, with the bodies of texts whose id is named, or begins as a name before `*`. */
export async function openAndLook(passphrase: string, bodiesOf: readonly string[]): Promise<StormLook> {
  await session.start()
  const result =
    session.state.get() === 'none'
      ? await session.createVault({ passphrase })
      : await session.unlockWithPassphrase(passphrase)
  const none = { texts: [], damage: 0, restored: null, history: { ok: false, seq: 0 } }
  if (!result.ok) return { ...none, opened: `${session.state.get()}: ${result.error.code}` }
  return { opened: 'yes', ...(await look(bodiesOf)) }
}

/** Goes on for ever. Each thing that was acknowledged is told on the console: `ack <kind> <round> <number>`. */
export async function work(what: StormKind, round: number, passphrase: string): Promise<void> {
  const typing = type(round)
  if (what === 'importing') await repeat((step) => importTexts(round, step))
  if (what === 'snapshotting') await repeat(() => host.call('durable.snapshot', {}))
  if (what === 'backing-up') await backUpForEver()
  if (what === 'rotating') await repeat(() => rotate(passphrase))
  await typing
}

/** Says that texts were saved that were never written: what the check must find. */
export function lie(round: number): void {
  acknowledge('typing', round, 1_000_000)
}

async function look(bodiesOf: readonly string[]): Promise<Omit<StormLook, 'opened'>> {
  const { opened } = session
  invariant(opened, 'it was just opened')
  const isWanted = (id: string) =>
    bodiesOf.some((name) => (name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : id === name))
  const entries = session.model.get().list(kind)
  const texts = await Promise.all(
    entries.map(async (entry): Promise<StormText> => {
      const { title } = entry.head as unknown as { readonly title: string }
      const stored = isWanted(entry.id) ? session.model.get().get(entry.id) : undefined
      const body: unknown = stored ? await opened.bodies.read(stored) : null
      return { id: entry.id, title, text: (body as { readonly text: string } | null)?.text ?? null }
    }),
  )
  const history = await verifyHistory(opened)
  return {
    texts,
    damage: session.damage.get().length,
    restored: session.restored.get()?.reason ?? null,
    history: { ok: history.ok, seq: history.ok ? history.value.seq : history.error.seq },
  }
}

/** One text, saved again and again with a number that rises. */
async function type(round: number): Promise<never> {
  return repeat(async (step) => {
    const text = `round ${String(round)} step ${String(step)}`
    const saved = await execute(write, [{ id: `typed-${String(round)}`, title: text, text }])
    if (saved.ok) acknowledge('typing', round, step)
  })
}

/** Enough texts at once for packs, all or none of which must be there. */
async function importTexts(round: number, step: number): Promise<void> {
  const texts = Array.from({ length: importSize }, (_, index) => {
    const id = `import-${String(round)}-${String(step)}-${String(index)}`
    return { id, title: id, text: `text of ${id}` }
  })
  const saved = await execute(write, texts)
  if (saved.ok) acknowledge('importing', round, step)
}

export const importSize = 70

async function backUpForEver(): Promise<never> {
  const folder = await backups.chooseFolder(true)
  invariant(folder.ok, 'the host of tests answers with its own folder')
  return repeat(() => backups.backUp(folder.value.id))
}

async function rotate(passphrase: string): Promise<void> {
  await keys.settled()
  const prepared = await keys.prepareKit({ current: passphrase, renew: true })
  if (prepared.ok) await keys.confirmKit()
  await keys.settled()
}

function acknowledge(what: string, round: number, step: number): void {
  console.info(`ack ${what} ${String(round)} ${String(step)}`)
}

async function repeat(once: (step: number) => Promise<unknown>): Promise<never> {
  for (let step = 1; ; step += 1) {
    await once(step)
    // Lets messages of the page go out between two steps.
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
