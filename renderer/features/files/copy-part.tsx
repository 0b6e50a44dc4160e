import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { fileTypeOf } from '#shared/domain/attachment/file-type.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './files.module.css'
import { useCopy } from './use-copy.ts'
import type { CopyState } from './use-copy.ts'
import { problemWords, sizeWords } from './words.ts'

/** Saves a copy outside the vault, after saying what that means. */
export function CopyPart({ file }: { readonly file: RecordEntry<'attachment'> }) {
  const [isAsking, setAsking] = useState(false)
  const { status, save, stop } = useCopy(file)
  const { tier, sizeBytes, mediaType } = file.head
  const confirm = () => {
    setAsking(false)
    void save()
  }
  return (
    <div className={classes.copy}>
      {status.state === 'working' ? (
        <Button variant="default" onClick={stop}>
          {t('files.copy.stop')}
        </Button>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('files.copy.button')}</Button>
      )}
      <CopyWords status={status} sizeBytes={sizeBytes} />
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
    </div>
  )
}

function CopyWords({ status, sizeBytes }: { readonly status: CopyState; readonly sizeBytes: number }) {
  switch (status.state) {
    case 'idle':
      return null
    case 'working':
      return (
        <p role="status" className={classes.soft}>
          {t('files.copy.working', { done: sizeWords(status.doneBytes), size: sizeWords(sizeBytes) })}
        </p>
      )
    case 'saved':
      return (
        <Notice
          live
          tone="good"
          title={t('files.copy.saved', { name: status.fileName })}
          next={
            status.folder === null
              ? t('files.copy.savedThere')
              : t('files.copy.savedIn', { folder: status.folder })
          }
        />
      )
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
