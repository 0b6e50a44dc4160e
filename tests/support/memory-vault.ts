import type { z } from 'zod'
import type { Command, CommandContext, RecordReader, Refusal } from '#shared/commands/command.ts'
import { commands } from '#shared/commands/registry.ts'
import { badInput } from '#shared/commands/validate.ts'
import { err, invariant, ok, type Result } from '#shared/domain/result.ts'
import { practiceId, recordKinds } from '#shared/records/record.ts'
import type { BodyOf, Change, RecordEntry, RecordKind } from '#shared/records/record.ts'

interface StoredRecord {
  readonly entry: RecordEntry
  readonly body: unknown
}

/** A record as tests look at it: everything in one place. */
export interface WholeRecord extends RecordEntry {
  readonly body: unknown
}

export interface MemoryVaultOptions {
  /** The instant the clock stands at until it is set. */
  readonly now?: string
  /** Zone of the computer, used until the practice has one. */
  readonly zone?: string
}

/**
 * The vault without a disk: it runs commands as the real one does (schema, rules, all changes or none, each record
 * checked by its own schema), with a clock that stands still and ids that count up.
 */
export class MemoryVault {
  now: string
  readonly #zone: string
  #records: ReadonlyMap<string, StoredRecord> = new Map()
  #lastId = 0

  constructor({ now = '2026-10-19T17:00:00Z', zone = 'America/Vancouver' }: MemoryVaultOptions = {}) {
    this.now = now
    this.#zone = zone
  }

  /** Runs a command by its definition; refusals are the command's own, `bad-input` and `changed-elsewhere`. */
  async run<Input extends z.ZodType, Output>(
    command: Command<Input, Output>,
    input: z.input<Input>,
  ): Promise<Result<Output, Refusal>> {
    const checked = command.input.safeParse(input)
    if (!checked.success) return err(badInput(command.name, checked.error))
    const ran = await command.run(this.context(), checked.data)
    if (!ran.ok) return ran
    const stored = this.#commit(ran.value.changes)
    return stored.ok ? ok(ran.value.output) : stored
  }

  /** Runs a command by its name, as scenario files do. */
  async execute(name: string, input: unknown): Promise<Result<unknown, Refusal>> {
    const command = commands.get(name)
    invariant(command, `there is a command ${name}`)
    return this.run(command, input)
  }

  /** What a command sees. */
  context(): CommandContext {
    const practice = this.#list('practice').find(({ id }) => id === practiceId)
    return {
      now: this.now,
      zone: practice?.head.zone || this.#zone,
      newId: () => `id-${String(++this.#lastId)}`,
      records: this.reader(),
    }
  }

  reader(): RecordReader {
    const records = this.#records
    return {
      get: (id) => records.get(id)?.entry,
      list: (kind, caseId) => this.#list(kind, caseId),
      body: <K extends RecordKind>(entry: RecordEntry<K>) =>
        // Stored under this record's kind after its schema had accepted it.
        Promise.resolve(records.get(entry.id)?.body as BodyOf<K> | undefined),
    }
  }

  /** Every record with its body, in the order of creation. */
  all(): readonly WholeRecord[] {
    return [...this.#records.values()].map(({ entry, body }) => ({ ...entry, body }))
  }

  #list<K extends RecordKind>(kind: K, caseId?: string): readonly RecordEntry<K>[] {
    const entries = [...this.#records.values()].map(({ entry }) => entry)
    const found = entries.filter(
      (entry) => entry.kind === kind && (caseId === undefined || entry.caseId === caseId),
    )
    // Filtered by kind just above.
    return found as readonly unknown[] as readonly RecordEntry<K>[]
  }

  #commit(changes: readonly Change[]): Result<void, Refusal> {
    const next = new Map(this.#records)
    for (const change of changes) {
      const before = next.get(change.id)
      if ((before?.entry.rev ?? 0) !== change.baseRev)
        return err({ code: 'changed-elsewhere', id: change.id })
      if (change.op === 'delete') next.delete(change.id)
      else next.set(change.id, stored(change, before))
    }
    this.#records = next
    return ok()
  }
}

function stored(change: Exclude<Change, { op: 'delete' }>, before: StoredRecord | undefined): StoredRecord {
  const { id, kind, caseId, baseRev } = change
  const body: unknown = change.body ?? before?.body
  invariant(body !== undefined, 'a new record comes with a body')
  const head = recordKinds[kind].head.parse(structuredClone(change.head))
  const entry = { id, kind, caseId, rev: baseRev + 1, schema: 1, head }
  return { entry, body: recordKinds[kind].body.parse(structuredClone(body)) }
}
