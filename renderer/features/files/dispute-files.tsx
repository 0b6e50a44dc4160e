import { Anchor, Button } from '@mantine/core'
import { useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Section } from '#renderer/ui/section.tsx'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './files.module.css'
import { kindWords } from './words.ts'

interface DisputeFilesProps {
  readonly caseId: string
  readonly disputeId: string
}

/** The files that belong to a dispute. */
export function DisputeFiles({ caseId, disputeId }: DisputeFilesProps) {
  const files = useRecords('attachment', caseId).filter(({ head }) => head.disputeId === disputeId)
  return (
    <Section
      title={t('files.ofDispute.title')}
      action={
        <Button component="a" variant="default" href={caseHref(caseId, 'files')}>
          {t('files.ofDispute.all')}
        </Button>
      }
    >
      {files.length === 0 ? (
        <p className={classes.none}>{t('files.ofDispute.none')}</p>
      ) : (
        <ul className={classes.list}>
          {files.map(({ id, head }) => (
            <li key={id}>
              <Anchor href={caseHref(caseId, 'files', id)}>{head.title}</Anchor>{' '}
              <span className={classes.inline}>
                {kindWords(head.mediaType)}, {formatDate(head.receivedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
