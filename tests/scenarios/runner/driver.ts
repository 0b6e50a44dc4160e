import type { Refusal } from '#shared/commands/command.ts'
import type { DocumentRequest } from '#shared/documents/build-document.ts'
import type { Result } from '#shared/domain/result.ts'
import type { WholeRecord } from '#tests/support/memory-vault.ts'

export type Outcome = Result<Record<string, unknown>, Refusal>

/** An exported file as it lies on disk, and what was said about it. */
export interface ExportedFile {
  readonly fileName: string
  readonly format: 'docx' | 'pdf'
  /** Everything a reader of the file sees, white space folded; page furniture included. */
  readonly text: string
  /** Every part of the file that may carry words: text, properties, names of parts. */
  readonly parts: readonly string[]
  readonly title: string
  readonly pages: number | undefined
}

export interface ExportOutcome {
  readonly caseId: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  /** Classes of material that were left out. */
  readonly heldBack: readonly string[]
  /** Classes of the findings of the leak check that were overridden. */
  readonly findings: readonly string[]
}

/**
 * What scenarios run on. Two of them: the real sealed vault in a real browser, and the same commands on a vault in
 * memory; every scenario must come out the same on both.
 */
export interface Driver {
  setNow(now: string): Promise<void>
  execute(command: string, input: unknown): Promise<Outcome>
  /** Every record with its body; the vault must be unlocked. */
  records(): Promise<readonly WholeRecord[]>
  lock(): Promise<Outcome>
  unlock(passphrase?: string): Promise<Outcome>
  reopen(): Promise<Outcome>
  /** Reads a Word plan; answers with the arguments of `plan.import` but for the case. */
  readPlan(bytes: Uint8Array, fileName: string): Promise<Outcome>
  exportDocument(
    request: DocumentRequest,
    format: 'docx' | 'pdf',
    justification: string | undefined,
  ): Promise<Result<ExportOutcome, Refusal>>
  readExport(fileName: string, withPages: boolean): Promise<ExportedFile>
  addSample(): Promise<Outcome>
  /** Names of the files in the profile folder that hold a string in clear; a driver without a disk finds none. */
  findInProfile(words: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}
