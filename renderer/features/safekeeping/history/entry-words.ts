import type { AuditEntry, AuditObject, ReadModel } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t, textFor } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

/** What was done, in words. */
export function describeAction({ action }: AuditEntry): string {
  return textFor(`history.actions.${action}`, {}, t('history.unnamedAction'))
}

/** A record as it is called elsewhere in the program, or what it was where it is gone. */
export function nameRecord(records: ReadModel, { id, kind }: Pick<AuditObject, 'id' | 'kind'>): string {
  const entry: RecordEntry | undefined = records.get(id)
  const kindWord = textFor(`history.kinds.${kind}`, {}, t('history.kinds.other'))
  if (!entry) return t('history.gone', { kind: kindWord })
  const own = ownName(entry)
  return own === '' ? kindWord : `${kindWord}: ${own}`
}

/** Where a record is shown, for those that have a place of their own. */
export function recordHref(
  records: ReadModel,
  { id, kind, caseId }: Pick<AuditObject, 'id' | 'kind' | 'caseId'>,
): string | undefined {
  if (!records.get(id)) return undefined
  if (kind === 'case') return caseHref(id)
  if (caseId === null) return undefined
  if (kind === 'dispute') return caseHref(caseId, 'disputes', id)
  if (kind === 'session') return caseHref(caseId, 'sessions', id)
  if (kind === 'decision') return caseHref(caseId, 'decisions', id)
  return undefined
}

/** From which version to which. */
export function describeVersions({ before, after }: AuditObject): string {
  if (after === 0) return t('history.versions.removed', { before })
  if (before === after) return t('history.versions.same', { before })
  return before === 0 ? t('history.versions.made') : t('history.versions.changed', { before, after })
}

/** What a record is called by itself; empty where it has no name. */
export function ownName(entry: RecordEntry): string {
  // The head is the one of this kind: a record never changes its kind.
  const head = entry.head as Partial<Record<'label' | 'title' | 'heldOn', unknown>>
  if (typeof head.label === 'string') return head.label
  if (typeof head.title === 'string') return head.title
  return typeof head.heldOn === 'string' ? formatDate(head.heldOn) : ''
}
