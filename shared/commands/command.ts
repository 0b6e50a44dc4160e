import type { z } from 'zod'
import type { Instant } from '../domain/time/plain-date.ts'
import type { Result } from '../domain/result.ts'
import type { BodyOf, Change, HeadOf, RecordEntry, RecordKind } from '../records/record.ts'

/** Reads the vault as it was when the command began: heads at once, bodies when they have been opened. */
export interface RecordReader {
  get(id: string): RecordEntry | undefined
  list<K extends RecordKind>(kind: K, caseId?: string): readonly RecordEntry<K>[]
  /** Opens one body; undefined when there is no such record. Rejects when the sealed body is damaged. */
  body<K extends RecordKind>(entry: RecordEntry<K>): Promise<BodyOf<K> | undefined>
}

/** Everything a command may know of the world. */
export interface CommandContext {
  readonly now: Instant
  /** IANA zone of the practice. */
  readonly zone: string
  readonly newId: () => string
  readonly records: RecordReader
}

/**
 * Why a command was refused: a stable code and the facts that its sentence needs.
 * Words are made in `shared/i18n`; nothing of a refused command is written.
 */
export interface Refusal {
  readonly code: string
  readonly [fact: string]: unknown
}

export type CommandResult<Output> = Result<
  { readonly output: Output; readonly changes: readonly Change[] },
  Refusal
>

/**
 * One thing a user can do. `run` reads, applies the rules and answers with the changes to commit; it changes
 * nothing itself, so a refusal leaves the vault as it was.
 */
export interface Command<Input extends z.ZodType, Output> {
  readonly name: string
  /** One line for the reference of scenario files. */
  readonly summary: string
  readonly input: Input
  readonly run: (context: CommandContext, input: z.output<Input>) => Promise<CommandResult<Output>>
}

/** Declares a command; exists for the inference of its types. */
export function defineCommand<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
): Command<Input, Output> {
  return command
}

export type CommandInput<C> = C extends Command<infer Input, unknown> ? z.input<Input> : never
export type CommandOutput<C> = C extends Command<z.ZodType, infer Output> ? Output : never

/** Makes a new record. */
export function created<K extends RecordKind>(
  kind: K,
  id: string,
  caseId: string | null,
  head: HeadOf<K>,
  body: BodyOf<K>,
): Change {
  // The kind ties head and body together in the signature; the union cannot see it.
  return { op: 'put', kind, id, caseId, baseRev: 0, head, body } as Change
}

/** Changes a record's head, and its body when one is given. */
export function changed<K extends RecordKind>(
  entry: RecordEntry<K>,
  head: HeadOf<K>,
  body?: BodyOf<K>,
): Change {
  const { id, kind, caseId, rev } = entry
  // As above: the entry's kind ties head and body together.
  return {
    op: 'put',
    kind,
    id,
    caseId,
    baseRev: rev,
    head,
    ...(body === undefined ? {} : { body }),
  } as Change
}

/** Removes a record. */
export function removed(entry: RecordEntry): Change {
  return { op: 'delete', id: entry.id, baseRev: entry.rev }
}
