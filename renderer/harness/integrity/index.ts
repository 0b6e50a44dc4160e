import { z } from 'zod'
import { host, startWorker } from '#renderer/host/index.ts'
import { createVaultFiles } from '#renderer/data/files/vault-files.ts'
import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import { createExecute } from '#renderer/data/session/execute.ts'
import type { SaveStatus } from '#renderer/data/session/save-status.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import { createSignal } from '#renderer/data/session/signal.ts'
import { createCase } from '#shared/commands/cases.ts'
import { changed, created, defineCommand, removed } from '#shared/commands/command.ts'
import type { AttachmentBody } from '#shared/domain/attachment/attachment.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf, RecordEntry } from '#shared/records/record.ts'
import { credulous } from './credulous-worker.ts'
import { readOwnRows } from './harm-store.ts'
import type { RawRow } from './harm-store.ts'
import kdfWorkerUrl from '../scenario/cheap-kdf-worker.ts?worker&url'

export { deleteStore, emptyStore, halveStore, putRows } from './harm-store.ts'

/** What a page finds when it opens the vault. */
export interface Reading {
  /** State of the session before it was unlocked: `none` would offer to make a new vault. */
  readonly before: string
  readonly opened: string
  readonly restored: string | null
  readonly damage: number
  /** Each text by its id; one that does not open is told as `damaged`. */
  readonly texts: Readonly<Record<string, string>>
  /** Each file by its title: `whole`, `other` bytes than were added, or why it did not open. */
  readonly files: Readonly<Record<string, string>>
}

const kind = 'receipt'
const fileBytes = 200_000
const ports = browserPorts()
let isCredulous = false
const session = new VaultSession({
  ...ports,
  endPage: async () => undefined,
  workers: {
    crypto: () => (isCredulous ? credulous(ports.workers.crypto()) : ports.workers.crypto()),
    kdf: () => startWorker(kdfWorkerUrl, 'kdf'),
  },
  whenIdle: () => undefined,
})
const execute = createExecute(session, createSignal<SaveStatus>({ state: 'saved' }))
const files = createVaultFiles({
  call: host.call,
  crypto: () => session.opened?.workers.call,
  execute,
  // Sealed with this kind after its schema had accepted it.
  bodyOf: async (entry) => (await bodyOf(entry.id)) as AttachmentBody,
  entries: () => session.model.get().list('attachment'),
})

const write = defineCommand({
  name: 'integrity.write',
  summary: 'Writes texts under a record kind, all or none.',
  input: z.array(z.object({ id: z.string(), text: z.string() })),
  run: async ({ records }, texts) => {
    const changes = texts.map(({ id, text }) => {
      // The store keeps any plain value; this is about the store.
      const head = { title: id } as unknown as HeadOf<typeof kind>
      const body = { text } as unknown as BodyOf<typeof kind>
      const entry = records.get(id) as RecordEntry<typeof kind> | undefined
      return entry ? changed(entry, head, body) : created(kind, id, 'case-1', head, body)
    })
    return ok({ output: changes.length, changes })
  },
})

const remove = defineCommand({
  name: 'integrity.remove',
  summary: 'Removes texts.',
  input: z.array(z.string()),
  run: async ({ records }, ids) => {
    const entries = ids.flatMap((id) => records.get(id) ?? [])
    return ok({ output: entries.length, changes: entries.map(removed) })
  },
})

/** Makes a vault with rows of their own, packs and a file. */
export async function fill(passphrase: string): Promise<void> {
  await session.start()
  const made = await session.createVault({ passphrase })
  invariant(made.ok, 'a new folder has no vault')
  const family = await execute(createCase, { parties: [{ name: 'Ana Brook' }, { name: 'Ben Cole' }] })
  invariant(family.ok, 'a family can be entered')
  for (let index = 0; index < 30; index++) await writeTexts([textOf(`own-${String(index)}`, 1)])
  await writeTexts(Array.from({ length: 300 }, (_, index) => textOf(`many-${String(index)}`, 1)))
  const about = { case: family.value.id, title: 'a file', fileName: 'a.bin', receivedOn: '2026-11-01' }
  const added = await files.add(new Blob([fileContent()]), about)
  invariant(added.ok, 'a file can be added')
  await host.call('durable.snapshot', {})
}

/** What there is after going on, and one record as it was before. */
export interface WentOn {
  readonly wanted: Reading
  readonly olderRecord: readonly RawRow[]
}

/** Goes on with that vault, so that older states of its rows exist. */
export async function goOn(passphrase: string): Promise<WentOn> {
  await openAndRead(passphrase)
  const before = await readOwnRows()
  await writeTexts([textOf('own-0', 2)])
  const now = new Map((await readOwnRows()).map((row) => [`${row.table} ${row.name}`, row.value]))
  const olderRecord = before.filter((row) => now.get(`${row.table} ${row.name}`) !== row.value)
  for (let index = 1; index < 15; index++) await writeTexts([textOf(`own-${String(index)}`, 2)])
  await writeTexts(Array.from({ length: 80 }, (_, index) => textOf(`later-${String(index)}`, 1)))
  await execute(remove, ['many-3', 'own-29'])
  return { wanted: await read('unlocked'), olderRecord }
}

/** Looks, unlocks, and reads everything. */
export async function openAndRead(passphrase: string): Promise<Reading> {
  await session.start()
  const before = session.state.get()
  const problem = session.problem.get()?.code
  const nothing = { before, restored: null, damage: 0, texts: {}, files: {} }
  if (before !== 'locked') return { ...nothing, opened: problem ?? before }
  const opened = await session.unlockWithPassphrase(passphrase)
  return opened.ok ? read(before) : { ...nothing, opened: opened.error.code }
}

/** From now on the page takes every comparison with the sealed list for a good one: for showing that something else would notice. */
export function believeEverything(): void {
  isCredulous = true
}

/** Locks without ending the page, so that nothing holds the store any more. */
export function lockVault(): Promise<void> {
  return session.lock()
}

/** Wishes the browser's storage aside. Answers why not; where it is done the page is gone before. */
export async function setStorageAside(): Promise<string> {
  const done = await host.call('storage.setAside', {})
  return done.ok ? 'done' : done.error.code
}

/** Reads everything in the open vault. */
export async function read(before = 'unlocked'): Promise<Reading> {
  const entries = session.model.get().list(kind)
  const texts = await Promise.all(
    entries.map(async ({ id }) => {
      const body = await bodyOf(id).catch(() => undefined)
      return [id, (body as { readonly text: string } | undefined)?.text ?? 'damaged'] as const
    }),
  )
  return {
    before,
    opened: 'yes',
    restored: session.restored.get()?.reason ?? null,
    damage: session.damage.get().length,
    texts: Object.fromEntries(texts),
    files: await readFiles(),
  }
}

/** Checks everything and answers how that ended. */
export async function check(): Promise<string> {
  await session.health.check()
  const health = session.health.now.get()
  if (health.state !== 'checked') return health.state
  const { repaired, lost, list, copy } = health.report
  return `${list}, ${String(repaired)} repaired, ${String(lost.length)} lost, copy ${copy}`
}

async function readFiles(): Promise<Reading['files']> {
  const wanted = fileContent()
  const found = await Promise.all(
    session.model
      .get()
      .list('attachment')
      .map(async (entry) => {
        const bytes = await files.read(entry, 2 * fileBytes)
        if (!bytes.ok) return [entry.head.title, bytes.error.code] as const
        const same = bytes.value.every((byte, index) => byte === wanted[index])
        return [entry.head.title, same && bytes.value.length === fileBytes ? 'whole' : 'other'] as const
      }),
  )
  return Object.fromEntries(found)
}

async function writeTexts(texts: readonly { readonly id: string; readonly text: string }[]): Promise<void> {
  const written = await execute(write, [...texts])
  invariant(written.ok, 'the disk takes it')
}

async function bodyOf(id: string): Promise<unknown> {
  const entry = session.model.get().get(id)
  invariant(entry && session.opened, 'it was just listed')
  return session.opened.bodies.read(entry)
}

function textOf(id: string, version: number) {
  const line = `${id}, as written the ${String(version)}. time. `
  return { id, text: line.repeat(40) }
}

function fileContent(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: fileBytes }, (_, index) => (index * 7 + (index >> 8)) % 256)
}
