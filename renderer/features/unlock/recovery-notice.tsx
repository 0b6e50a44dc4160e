import { useRecovery } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './unlock.module.css'

/** Before the passphrase is asked for: the records are not in their place, and there is a second copy. */
export function RecoveryNotice() {
  const reason = useRecovery()
  if (!reason) return null
  return (
    <div className={classes.before}>
      <Notice
        tone="warning"
        title={t(`unlock.recovery.title.${reason}`)}
        kept={t('unlock.recovery.kept')}
        next={t('unlock.recovery.next')}
      />
    </div>
  )
}
