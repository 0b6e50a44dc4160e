import { useRecords } from '#renderer/data/index.ts'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './send-panel.module.css'
import { subjectId } from './subject.ts'
import type { Subject } from './subject.ts'

interface EarlierReceiptsProps {
  readonly matter: RecordEntry<'case'>
  readonly subject: Subject
}

/** When and for whom this document left before. */
export function EarlierReceipts({ matter, subject }: EarlierReceiptsProps) {
  const earlier = useRecords('receipt', matter.id)
    .filter(({ head }) => head.document === subject.document && head.subjectId === subjectId(subject))
    .toReversed()
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className={classes.title}>
        {t('documents.send.before')}
      </h2>
      <ul className={classes.list}>
        {earlier.map(({ id, head }) => (
          <li key={id}>
            <b>
              {t(`documents.receipts.forms.${head.format}`)}, {head.recipient}
            </b>
            <span className={classes.soft}>
              {formatDateTime(head.at, matter.head.zone)}
              {head.sha256 !== '' && ` · ${head.sha256.slice(0, 12)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
