import type { z } from 'zod'
import type { Command, CommandContext, RecordReader, Refusal } from '#shared/commands/command.ts'
import { badInput } from '#shared/commands/validate.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { practiceId } from '#shared/records/record.ts'
import type { BodyOf, RecordEntry, RecordKind } from '#shared/records/record.ts'
import { DamagedBody } from '../store/body-reader.ts'
import type { ReadModel } from '../store/read-model.ts'
import type { OpenVault } from './open-vault.ts'
import type { SaveStatus } from './save-status.ts'
import type { VaultSession } from './session.ts'
import type { WritableSignal } from './signal.ts'

/** Runs a command: check the input, run the rules, commit, and only then show the result. */
export type Execute = <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
) => Promise<Result<Output, Refusal>>

/**
 * Makes the function that runs commands. They run one after another, each on the vault as the one before left it.
 *
 * Refusals beside those of the commands: `locked`, `read-only`, `passphrase-required`, `bad-input`, `damaged-record`,
 * `changed-elsewhere`, `not-saved`.
 */
export function createExecute(session: VaultSession, saving: WritableSignal<SaveStatus>): Execute {
  let queue: Promise<unknown> = Promise.resolve()
  return (command, input) => {
    const result = queue.then(() => runCommand(session, saving, command, input))
    // A command that failed must not stop those behind it; its own caller gets the failure.
    queue = result.catch(() => undefined)
    return result
  }
}

async function runCommand<Input extends z.ZodType, Output>(
  session: VaultSession,
  saving: WritableSignal<SaveStatus>,
  command: Command<Input, Output>,
  input: z.input<Input>,
): Promise<Result<Output, Refusal>> {
  const vault = session.opened
  if (!vault) return err({ code: 'locked' })
  if (session.readOnly.get()) return err({ code: 'read-only' })
  if (session.passphraseRequired.get()) return err({ code: 'passphrase-required' })
  const checked = command.input.safeParse(input)
  if (!checked.success) return err(badInput(command.name, checked.error))
  try {
    const ran = await command.run(contextOf(session, vault), checked.data)
    return ran.ok ? await commitOutput(session, vault, saving, { ...ran.value, action: command.name }) : ran
  } catch (error) {
    if (error instanceof DamagedBody) return err({ code: 'damaged-record', id: error.recordId })
    throw error
  }
}

async function commitOutput<Output>(
  session: VaultSession,
  vault: OpenVault,
  saving: WritableSignal<SaveStatus>,
  {
    output,
    changes,
    action,
  }: {
    readonly output: Output
    readonly changes: Parameters<OpenVault['store']['commit']>[0]
    readonly action: string
  },
): Promise<Result<Output, Refusal>> {
  if (changes.length === 0) return ok(output)
  const before = saving.get()
  saving.set({ state: 'saving', ...('at' in before ? { at: before.at } : {}) })
  try {
    const committed = await vault.store.commit(changes, { action, at: session.ports.clock.now() })
    const at = session.ports.clock.now()
    if (committed.ok) saving.set({ state: 'saved', at })
    else if (committed.error.code === 'not-saved')
      saving.set({ state: 'not-saved', reason: committed.error.reason })
    else saving.set(before)
    return committed.ok ? ok(output) : committed
  } catch (error) {
    saving.set({ state: 'not-saved', reason: 'internal' })
    throw error
  }
}

/** What a command, or a screen that asks the rules, may know of the world right now. */
export function contextOf(session: VaultSession, vault: OpenVault): CommandContext {
  const { clock, newId, systemZone } = session.ports
  const records = recordReader(vault, vault.store.model())
  const practice = records.list('practice').find(({ id }) => id === practiceId)
  return { now: clock.now(), zone: practice?.head.zone || systemZone(), newId, records }
}

/** Reads one unchanging picture; bodies are opened when asked for. */
export function recordReader({ bodies }: Pick<OpenVault, 'bodies'>, model: ReadModel): RecordReader {
  return {
    get: (id) => model.get(id),
    list: (kind, caseId) => model.list(kind, caseId),
    async body<K extends RecordKind>(entry: RecordEntry<K>): Promise<BodyOf<K> | undefined> {
      const stored = model.get(entry.id)
      // The body was sealed with this record's kind after its schema had accepted it.
      return stored ? ((await bodies.read(stored)) as BodyOf<K>) : undefined
    },
  }
}
