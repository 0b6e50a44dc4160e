import type { CaseHead } from '#shared/domain/case/case.ts'
import type { Recipient } from '#shared/documents/from-records/recipient.ts'
import { t } from '#shared/i18n/index.ts'
import type { Subject } from './subject.ts'

export interface RecipientChoice {
  readonly value: string
  readonly label: string
  readonly recipient: Recipient
}

/** For whom a document may be made. A case file may also be made for one parent alone; a decision is one for all. */
export function recipientsFor(subject: Subject, { parties }: CaseHead): readonly RecipientChoice[] {
  const all: readonly RecipientChoice[] = [
    { value: 'both-parents', label: t('documents.send.both'), recipient: { to: 'both-parents' } },
    { value: 'court', label: t('documents.send.court'), recipient: { to: 'court' } },
    { value: 'coordinator', label: t('documents.send.coordinator'), recipient: { to: 'coordinator' } },
  ]
  if (subject.document !== 'case-file') return all
  const [both, court, own] = all
  const each = parties.map(({ id, name }): RecipientChoice => ({
    value: id,
    label: name,
    recipient: { to: 'parent', partyId: id },
  }))
  return [court, both, ...each, own].filter((choice) => choice !== undefined)
}
