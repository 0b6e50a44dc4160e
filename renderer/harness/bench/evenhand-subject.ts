import { z } from 'zod'
import { changed, created, defineCommand } from '#shared/commands/command.ts'
import { invariant, ok } from '#shared/domain/result.ts'
import type { BodyOf, HeadOf, RecordEntry } from '#shared/records/record.ts'
import type { SessionPorts } from '#renderer/data/session/session-ports.ts'
import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import { createExecute } from '#renderer/data/session/execute.ts'
import type { SaveStatus } from '#renderer/data/session/save-status.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import { createSignal } from '#renderer/data/session/signal.ts'
import { knownKeyWorker } from './known-key-worker.ts'
import type { BenchNote, BenchNoteHead } from './notes.ts'
import { newestFirst } from './subject.ts'
import type { BenchSubject } from './subject.ts'

const passphrase = 'six words of the bench itself'
const kind = 'attachment'

// The store does not look into heads and bodies; the bench keeps its own shape under a real kind.
const asHead = (head: BenchNoteHead) => head as unknown as HeadOf<typeof kind>
const asBody = (text: string) => ({ text }) as unknown as BodyOf<typeof kind>
const noteOf = (entry: RecordEntry) => entry.head as unknown as BenchNoteHead
const textOf = (body: unknown) => (body as { readonly text: string }).text

const insertNotes = defineCommand({
  name: 'bench.insert',
  summary: 'Adds notes.',
  input: z.custom<readonly BenchNote[]>(),
  run: async (_context, notes) => {
    const changes = notes.map(({ text, ...head }) =>
      created(kind, head.id, head.caseId, asHead(head), asBody(text)),
    )
    return ok({ output: undefined, changes })
  },
})

const saveNote = defineCommand({
  name: 'bench.save',
  summary: 'Saves one text.',
  input: z.object({ id: z.string(), text: z.string() }),
  run: async ({ records }, { id, text }) => {
    const entry = records.get(id)
    invariant(entry, 'the bench saves notes that it inserted')
    // Every record of the bench has this kind.
    const note = entry as RecordEntry<typeof kind>
    return ok({ output: undefined, changes: [changed(note, note.head, asBody(text))] })
  },
})

/** The product's own session, workers, store and commands; only the key derivation is left out. */
export function evenhand(): BenchSubject {
  const ports = browserPorts()
  const copy = watch(ports.durable)
  const session = new VaultSession({
    ...ports,
    durable: copy.durable,
    workers: { ...ports.workers, kdf: knownKeyWorker },
    witness: { knowsOfVault: () => false, remember: () => undefined },
    endPage: async () => undefined,
    // Nothing begins by itself in the middle of a measurement; `settle` checks the vault instead.
    whenIdle: () => undefined,
    log: () => undefined,
  })
  const execute = createExecute(session, createSignal<SaveStatus>({ state: 'saved' }))
  const opened = () => {
    invariant(session.opened, 'the bench reads between open and close')
    return session.opened
  }
  const texts = async (caseId?: string) => {
    const entries = session.model.get().list(kind, caseId)
    return (await opened().bodies.readMany(entries.map(({ id }) => storedEntry(session, id)))).map(textOf)
  }
  return {
    create: async () => {
      await session.start()
      const made = await session.createVault({ passphrase })
      invariant(made.ok, 'the vault was made')
    },
    insert: async (notes) => {
      invariant((await execute(insertNotes, notes)).ok, 'the notes were committed')
    },
    copyMs: copy.takeMs,
    close: () => session.lock(),
    openAndList: async () => {
      invariant((await session.unlockWithPassphrase(passphrase)).ok, 'the vault opened')
      return session.model.get().list(kind).map(noteOf).sort(newestFirst)
    },
    settle: () => session.health.check(),
    readAll: () => texts(),
    openCase: (caseId) => texts(caseId),
    saveText: async (id, text) => {
      invariant((await execute(saveNote, { id, text })).ok, 'the note was saved')
    },
  }
}

/** Adds up the time in which the page waits for its second copy. */
function watch(durable: SessionPorts['durable']) {
  let [waited, calls, since] = [0, 0, 0]
  const watched: SessionPorts['durable'] = async (method, request) => {
    if (calls++ === 0) since = performance.now()
    try {
      return await durable(method, request)
    } finally {
      if (--calls === 0) waited += performance.now() - since
    }
  }
  const takeMs = () => {
    const taken = waited
    waited = 0
    return taken
  }
  return { durable: watched, takeMs }
}

function storedEntry(session: VaultSession, id: string) {
  const entry = session.model.get().get(id)
  invariant(entry, 'listed records are in the model')
  return entry
}
