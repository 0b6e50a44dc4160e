import type { NotSavedReason } from '../store/commit-plan.ts'

/** What may be said about the last change. `at` is the instant of the last one that is on disk. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at?: string }
  | { readonly state: 'saving'; readonly at?: string }
  | { readonly state: 'not-saved'; readonly reason: NotSavedReason | 'internal' }
