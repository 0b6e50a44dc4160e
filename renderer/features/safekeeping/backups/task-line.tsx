import { Button, Progress } from '@mantine/core'
import type { BackupProgress, BackupTask } from '#renderer/data/index.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './backups.module.css'
import { sizeWords } from './words.ts'

interface TaskLineProps {
  readonly kind: BackupTask['kind']
  readonly progress: BackupProgress | undefined
  readonly onCancel: () => void
}

/** What is under way, how far it is, and the way to stop it. */
export function TaskLine({ kind, progress, onCancel }: TaskLineProps) {
  const words = progress ? taskWords(kind, progress) : t('backups.task.beginning')
  return (
    <div className={classes.task}>
      <div className={classes.taskWords}>
        <p className="eh-num">{words}</p>
        <Progress value={percentOf(progress)} aria-label={words} size="sm" />
      </div>
      <Button variant="default" size="compact-sm" onClick={onCancel}>
        {t('backups.task.cancel')}
      </Button>
    </div>
  )
}

function taskWords(
  kind: TaskLineProps['kind'],
  { stage, rows, files, bytes, totalBytes }: BackupProgress,
): string {
  const sizes = { size: sizeWords(bytes), total: sizeWords(totalBytes) }
  if (kind === 'rehearsal') return t('backups.task.rehearsal', sizes)
  if (kind === 'file') return t('backups.task.file', sizes)
  const counts = { records: formatNumber(rows), files: formatNumber(files) }
  return t(`backups.task.${stage}`, { ...counts, ...sizes })
}

function percentOf(progress: BackupProgress | undefined): number {
  if (!progress || progress.totalBytes === 0) return 0
  return Math.min(100, Math.round((100 * progress.bytes) / progress.totalBytes))
}
