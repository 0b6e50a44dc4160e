import { Button } from '@mantine/core'
import { backupWarning, useBackupStatus } from '#renderer/data/index.ts'
import type { BackupWarning } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { t } from '#shared/i18n/index.ts'

/** What the person should be told of the backups, in words; undefined when all is well. */
export function warningWords(warning: BackupWarning): { title: string; next: string } | undefined {
  switch (warning.code) {
    case 'none':
      return undefined
    case 'old': {
      const { days } = warning
      const title =
        days === undefined ? t('backups.warnings.oldNever') : t('backups.warnings.old', { count: days })
      return { title, next: t('backups.warnings.oldNext') }
    }
    case 'no-folder':
    case 'folder-gone':
    case 'folder-not-writable':
      return {
        title: t(`backups.warnings.${warning.code}.title`),
        next: t(`backups.warnings.${warning.code}.next`),
      }
  }
}

/** Says when records are not backed up, or were not lately. `leads`: with the way to the backups. */
export function BackupWarningNotice({ leads = false }: { readonly leads?: boolean }) {
  const status = useBackupStatus()
  const now = useNow()
  const words = status && warningWords(backupWarning(status, now))
  if (!words) return null
  return (
    <Notice
      tone="warning"
      {...words}
      action={
        leads ? (
          <Button component="a" href="#/safekeeping/backups" variant="default" size="compact-sm">
            {t('backups.warnings.toBackups')}
          </Button>
        ) : undefined
      }
    />
  )
}
