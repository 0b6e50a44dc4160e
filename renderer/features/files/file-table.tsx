import { useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './files.module.css'
import { kindWords, sizeWords } from './words.ts'

interface FileTableProps {
  readonly matter: RecordEntry<'case'>
  readonly files: readonly RecordEntry<'attachment'>[]
}

/** The files of a case, the latest first. */
export function FileTable({ matter, files }: FileTableProps) {
  const disputes = useRecords('dispute', matter.id)
  const disputeOf = (id: string | null) => {
    const dispute = disputes.find((each) => each.id === id)?.head
    if (!dispute) return t('files.noDispute')
    return t('files.dispute', { number: dispute.number, title: dispute.title })
  }
  const nameOf = (id: string | null) => matter.head.parties.find((each) => each.id === id)?.name
  return (
    <DataTable
      caption={t('files.title')}
      rows={files}
      rowKey={({ id }) => id}
      rowHref={({ id }) => caseHref(matter.id, 'files', id)}
      empty={null}
      columns={[
        { key: 'title', header: t('files.columns.title'), cell: ({ head }) => head.title },
        {
          key: 'kind',
          header: t('files.columns.kind'),
          width: '7.5rem',
          cell: ({ head }) => (
            <>
              {kindWords(head.mediaType)}
              <span className={classes.soft}>{sizeWords(head.sizeBytes)}</span>
            </>
          ),
        },
        {
          key: 'received',
          header: t('files.columns.received'),
          width: '9.5rem',
          cell: ({ head }) => (
            <>
              <span className="eh-num">{formatDate(head.receivedOn)}</span>
              {head.fromPartyId !== null && (
                <span className={classes.soft}>
                  {t('files.from', { name: nameOf(head.fromPartyId) ?? '' })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'dispute',
          header: t('files.columns.dispute'),
          width: '9rem',
          cell: ({ head }) => disputeOf(head.disputeId),
        },
        {
          key: 'tier',
          header: t('files.columns.tier'),
          width: '9.5rem',
          cell: ({ head }) => <TierBadge tier={head.tier} label={t(`sessions.tiers.${head.tier}`)} />,
        },
      ]}
    />
  )
}
