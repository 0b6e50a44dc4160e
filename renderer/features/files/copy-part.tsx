import { Button, Progress, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { fileTypeOf } from '#shared/domain/attachment/file-type.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './files.module.css'
import type { Copying, CopyState } from './use-copy.ts'
import { problemWords, sizeWords } from './words.ts'

interface CopyButtonProps {
  readonly file: RecordEntry<'attachment'>
  readonly copy: Copying
}

/** Saves a copy outside the vault, after saying what that means. */
export function CopyButton({ file, copy: { status, save, stop } }: CopyButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const { tier, mediaType } = file.head
  const confirm = () => {
    setAsking(false)
    void save()
  }
  return (
    <>
      {status.state === 'working' ? (
        <Button variant="default" onClick={stop}>
          {t('files.copy.stop')}
        </Button>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('files.copy.button')}</Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('files.copy.title')}
        body={
          <Stack gap="sm">
            <span>{t('files.copy.notEncrypted')}</span>
            {tier !== 'shared' && <span>{t('files.copy.held', { tier: t(`sessions.tiers.${tier}`) })}</span>}
            {fileTypeOf(mediaType) === 'other' && <span>{t('files.copy.unknownKind')}</span>}
          </Stack>
        }
        confirmLabel={t('files.copy.confirm')}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

interface CopyWordsProps {
  readonly status: CopyState
  readonly sizeBytes: number
}

/** How the copy goes, and how it went. */
export function CopyWords({ status, sizeBytes }: CopyWordsProps) {
  const words = copyWords(status, sizeBytes)
  return words === null ? null : <div className={classes.copied}>{words}</div>
}

function copyWords(status: CopyState, sizeBytes: number): ReactNode {
  switch (status.state) {
    case 'idle':
      return null
    case 'working': {
      const words = t('files.copy.working', { done: sizeWords(status.doneBytes), size: sizeWords(sizeBytes) })
      const share = sizeBytes === 0 ? 0 : (status.doneBytes / sizeBytes) * 100
      return (
        <>
          <p role="status" className={classes.working}>
            {words}
          </p>
          <Progress value={share} size="xs" aria-label={t('files.copy.button')} />
        </>
      )
    }
    case 'saved': {
      const { fileName: name, folder } = status
      const next = folder === null ? t('files.copy.savedThere') : t('files.copy.savedIn', { folder })
      return <Notice live tone="good" title={t('files.copy.saved', { name })} next={next} />
    }
    case 'failed': {
      const { problem } = status
      const isFull = problem.code === 'disk-full'
      return (
        <Notice
          live
          tone="danger"
          title={t('files.copy.failed')}
          kept={problem.code === 'copy-not-writable' || isFull ? t('files.copy.kept') : undefined}
          next={isFull ? t('files.problems.copy-disk-full') : problemWords(problem)}
        />
      )
    }
  }
}
