import { useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import type { ReceiptHead } from '#shared/domain/receipt/receipt.ts'
import { formatDateTime, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './receipt-table.module.css'

/** Everything that left the vault for a family, the latest first. */
export function ReceiptTable({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const receipts = useRecords('receipt', matter.id).toReversed()
  const decisions = useRecords('decision', matter.id)
  const nameOf = ({ document, subjectId }: ReceiptHead) => {
    const title = decisions.find(({ id }) => id === subjectId)?.head.title ?? ''
    return [t(`documents.receipts.kinds.${document}`), title].filter(Boolean).join(', ')
  }
  return (
    <DataTable
      caption={t('documents.receipts.title')}
      rows={receipts}
      rowKey={({ id }) => id}
      empty={<p className={classes.soft}>{t('documents.receipts.none')}</p>}
      columns={[
        {
          key: 'when',
          header: t('documents.receipts.columns.when'),
          width: '13rem',
          cell: ({ head }) => <span className="eh-num">{formatDateTime(head.at, matter.head.zone)}</span>,
        },
        { key: 'what', header: t('documents.receipts.columns.what'), cell: ({ head }) => nameOf(head) },
        { key: 'whom', header: t('documents.receipts.columns.whom'), cell: ({ head }) => head.recipient },
        {
          key: 'form',
          header: t('documents.receipts.columns.form'),
          width: '5rem',
          cell: ({ head }) => t(`documents.receipts.forms.${head.format}`),
        },
        {
          key: 'heldBack',
          header: t('documents.receipts.columns.heldBack'),
          width: '6rem',
          align: 'end',
          cell: ({ head }) => <span className="eh-num">{formatNumber(head.heldBack)}</span>,
        },
        {
          key: 'print',
          header: t('documents.receipts.columns.print'),
          width: '8.5rem',
          cell: ({ head }) =>
            head.sha256 === '' ? (
              t('documents.receipts.noFile')
            ) : (
              <code className={classes.code}>{head.sha256.slice(0, 12)}</code>
            ),
        },
      ]}
    />
  )
}
