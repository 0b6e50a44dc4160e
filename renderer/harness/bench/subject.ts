import type { BenchNote, BenchNoteHead } from './notes.ts'

/** One way to keep notes. Everything it answers is checked against what went in. */
export interface BenchSubject {
  readonly name: 'evenhand' | 'dexie' | 'dexie-encrypted'
  /** Makes an empty store and leaves it open. */
  create(): Promise<void>
  insert(notes: readonly BenchNote[]): Promise<void>
  close(): Promise<void>
  /** Opens the store again and answers with all notes as a list shows them, newest first. */
  openAndList(): Promise<readonly BenchNoteHead[]>
  readAll(): Promise<readonly string[]>
  /** Texts of one case. */
  openCase(caseId: string): Promise<readonly string[]>
  saveText(id: string, text: string): Promise<void>
  remove(): Promise<void>
}

/** Newest first, as the list of sessions shows them. */
export function newestFirst(a: BenchNoteHead, b: BenchNoteHead): number {
  return a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0
}
