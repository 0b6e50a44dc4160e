import { z } from 'zod'
import { Id, Line, OptionalLine, Tier, TypedDate } from '#shared/domain/values.ts'

/** A file that lies beside the scenario, as a path relative to it. */
export const FileBeside = z.string().min(1)

export const ExportedDocument = z.enum(['decision', 'parents-summary', 'case-file'])
export const ExportFormat = z.enum(['docx', 'pdf'])

/** What a user does with the program that is not a command: the vault itself, and files going in and out. */
export const actions = {
  'vault.lock': {
    summary:
      'Locks the vault: keys dropped, page gone. Commands are refused with `locked` until it is unlocked.',
    input: z.strictObject({}),
  },
  'vault.unlock': {
    summary: 'Unlocks the vault, with the right passphrase unless another one is given.',
    input: z.strictObject({ passphrase: z.string().optional() }),
  },
  'vault.reopen': {
    summary:
      'Kills the whole browser, starts it again on the same folder and unlocks: what was saved must be there.',
    input: z.strictObject({}),
  },
  'plan.importFile': {
    summary: 'Reads a parenting plan from a Word file and takes it in (`plan.import` does the second half).',
    input: z.strictObject({
      case: Id,
      file: FileBeside,
      title: OptionalLine.default(''),
      madeOn: TypedDate.nullable().default(null),
    }),
  },
  'attachment.addFile': {
    summary:
      'Puts a file into the vault (`attachment.add` with the bytes, size and fingerprint of the file).',
    input: z.strictObject({
      case: Id,
      file: FileBeside,
      title: Line.optional(),
      mediaType: OptionalLine.default('application/octet-stream'),
      receivedOn: TypedDate,
      from: z.string().nullable().default(null),
      dispute: Id.nullable().default(null),
      tier: Tier.default('caucus'),
    }),
  },
  'document.export': {
    summary:
      'Prepares a document for a recipient, checks it for leaks, saves it as a file and records the receipt.',
    input: z.strictObject({
      document: ExportedDocument,
      /** A decision for `decision` and `parents-summary`, a case for `case-file`. */
      subject: Id,
      /** `both-parents`, `court`, `coordinator`, or one parent by letter or name. */
      recipient: z.string().optional(),
      format: ExportFormat.default('docx'),
      /** The typed reason for letting a document leave in spite of findings that may be overridden. */
      justification: Line.optional(),
    }),
  },
  'sample.add': {
    summary:
      'Adds the sample practice, as the button of the empty case list does; `sample.remove` takes it away.',
    input: z.strictObject({}),
  },
} as const

export type ActionName = keyof typeof actions
export type ActionInput<Name extends ActionName> = z.output<(typeof actions)[Name]['input']>

/** Tells whether the `do` of a step is a product action. */
export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name)
}
