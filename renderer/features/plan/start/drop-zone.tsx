import { Button, FileButton, Loader } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Notice } from '#renderer/ui/notice.tsx'
import { useFileDrop } from '#renderer/ui/use-file-drop.ts'
import { t } from '#shared/i18n/index.ts'
import { problemWords } from './problem-words.ts'
import classes from './start.module.css'
import type { Reading } from './use-reading.ts'

interface DropZoneProps {
  readonly reading: Reading
  readonly onChoose: (file: File | null) => void
  readonly onStop: () => void
}

// More than can be read: who chooses a PDF gets told what to do with it.
const accept = '.docx,.doc,.docm,.dotx,.odt,.rtf,.pdf'

/** Takes a Word file by a button, or dropped anywhere on the page. */
export function DropZone({ reading, onChoose, onStop }: DropZoneProps) {
  const isOver = useFileDrop(([file]) => onChoose(file ?? null))
  return (
    <div className={classes.zone} data-over={isOver || undefined}>
      <IconFileText size={36} stroke={1.2} aria-hidden className={classes.zoneIcon} />
      {reading.state === 'reading' ? (
        <div role="status" className={classes.reading}>
          <p className={classes.zoneTitle}>
            <Loader size="xs" color="var(--eh-accent)" /> {t('plan.start.reading', { name: reading.name })}
          </p>
          <p className={classes.zoneHint}>{t('plan.start.readingHint')}</p>
          <Button variant="default" onClick={onStop}>
            {t('plan.start.cancel')}
          </Button>
        </div>
      ) : (
        <>
          <p className={classes.zoneTitle}>{t('plan.start.drop')}</p>
          <p className={classes.zoneHint}>{t('plan.start.dropHint')}</p>
          <FileButton
            onChange={onChoose}
            accept={accept}
            inputProps={{ 'aria-label': t('plan.start.choose') }}
          >
            {(props) => (
              <Button {...props}>
                {reading.state === 'failed' ? t('plan.start.again') : t('plan.start.choose')}
              </Button>
            )}
          </FileButton>
        </>
      )}
      <ReadingNotice reading={reading} />
    </div>
  )
}

function ReadingNotice({ reading }: { readonly reading: Reading }) {
  if (reading.state === 'stopped') return <Notice live tone="info" title={t('plan.start.stopped')} />
  if (reading.state !== 'failed') return null
  const { title, next } = problemWords(reading.problem)
  return <Notice live tone="danger" title={title} kept={t('plan.problems.kept')} next={next} />
}
