import { commands } from '#shared/commands/registry.ts'
import type { CommandContext } from '#shared/commands/command.ts'
import type { BodyOf, Change, RecordEntry, RecordKind } from '#shared/records/record.ts'

interface Stored {
  readonly entry: RecordEntry
  readonly body: unknown
}

/** The real commands over records in memory: what a vault does, without sealing. */
export class MemoryVault {
  readonly records = new Map<string, Stored>()
  now = '2026-10-12T17:00:00Z'
  private count = 0

  /** Runs a command by name and commits its changes; throws with the refusal when it is refused. */
  async run(name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
    const command = commands.get(name)
    if (!command) throw new Error(`No command ${name}`)
    const result = await command.run(this.context(), command.input.parse(input))
    if (!result.ok) throw new Error(`${name} refused: ${JSON.stringify(result.error)}`)
    for (const change of result.value.changes) this.commit(change)
    return Object(result.value.output) as Readonly<Record<string, unknown>> // outputs are plain objects
  }

  /** Runs a command that makes a record and gives its id. */
  async make(name: string, input: unknown): Promise<string> {
    return String((await this.run(name, input))['id'])
  }

  context(): CommandContext {
    return {
      now: this.now,
      zone: 'America/Vancouver',
      newId: () => `id-${String((this.count += 1))}`,
      records: {
        get: (id) => this.records.get(id)?.entry,
        list: <K extends RecordKind>(kind: K, caseId?: string) =>
          [...this.records.values()]
            .map(({ entry }) => entry)
            .filter((entry): entry is RecordEntry<K> => entry.kind === kind)
            .filter((entry) => caseId === undefined || entry.caseId === caseId),
        body: <K extends RecordKind>(entry: RecordEntry<K>) =>
          Promise.resolve(this.records.get(entry.id)?.body as BodyOf<K> | undefined), // stored under its own kind
      },
    }
  }

  private commit(change: Change): void {
    if (change.op === 'delete') {
      this.records.delete(change.id)
      return
    }
    const { id, kind, caseId, baseRev, head } = change
    const body = change.body ?? this.records.get(id)?.body
    this.records.set(id, { entry: { id, kind, caseId, rev: baseRev + 1, schema: 1, head }, body })
  }
}
