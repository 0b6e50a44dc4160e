import type { BenchNote, BenchNoteHead } from './notes.ts'

/** The stores that are compared, in the order of the report. */
export const subjectNames = [
  'evenhand',
  'dexie',
  'raw',
  'dexie-encrypted',
  'sqlite-wasm',
  'rxdb',
  'pouchdb',
] as const

export type SubjectName = (typeof subjectNames)[number]

/**
 * One way to keep notes. Everything it answers is checked against what went in. All of them ask the disk to flush
 * before a change counts as saved, and get their key without a derivation.
 */
export interface BenchSubject {
  /** Makes an empty store and leaves it open. */
  create(): Promise<void>
  insert(notes: readonly BenchNote[]): Promise<void>
  /** Time since the last call in which a second copy was written before the store; none for those that have only one. */
  copyMs?(): number
  close(): Promise<void>
  /** Opens the store again and answers with all notes as a list shows them, newest first. */
  openAndList(): Promise<readonly BenchNoteHead[]>
  /** Waits for what goes on behind an opened store, or forgets what is kept in memory, so that neither is in the numbers of what follows. */
  settle?(): Promise<void>
  readAll(): Promise<readonly string[]>
  /** Texts of one case. */
  openCase(caseId: string): Promise<readonly string[]>
  saveText(id: string, text: string): Promise<void>
}

/** The key of every subject that takes one: there is nothing to guess in a bench. */
export const benchKey = 'a known key of the bench itself '

/** Newest first, as the list of sessions shows them. */
export function newestFirst(a: Pick<BenchNoteHead, 'heldOn'>, b: Pick<BenchNoteHead, 'heldOn'>): number {
  return a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0
}
