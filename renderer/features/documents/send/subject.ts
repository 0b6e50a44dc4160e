import type { RecordEntry } from '#shared/records/record.ts'

/** What is on its way out. */
export type Subject =
  | { readonly document: 'decision' | 'parents-summary'; readonly decision: RecordEntry<'decision'> }
  | { readonly document: 'case-file'; readonly caseId: string }

/** Reads what an address asks for; undefined when there is no such thing in this case. */
export function subjectOf(
  document: string,
  caseId: string,
  decision: RecordEntry<'decision'> | undefined,
): Subject | undefined {
  if (document === 'case-file') return { document, caseId }
  if (document !== 'decision' && document !== 'parents-summary') return undefined
  return decision?.caseId === caseId ? { document, decision } : undefined
}

/** The record that a receipt names. */
export function subjectId(subject: Subject): string | null {
  return subject.document === 'case-file' ? null : subject.decision.id
}
