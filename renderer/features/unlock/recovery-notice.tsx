import { useEffect, useState } from 'react'
import { storageCare, useRecovery } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './unlock.module.css'

/** Before the passphrase is asked for: the records are not in their place, and there is a second copy. */
export function RecoveryNotice() {
  const reason = useRecovery()
  const aside = useNewestAside(reason === 'store-set-aside')
  if (!reason) return null
  return (
    <div className={classes.before}>
      <Notice
        tone="warning"
        title={t(`unlock.recovery.title.${reason}`)}
        kept={aside === undefined ? t('unlock.recovery.kept') : t('storage.aside.done', { name: aside })}
        next={t('unlock.recovery.next')}
      />
    </div>
  )
}

/** Name of the folder that was set aside last. */
function useNewestAside(isWanted: boolean): string | undefined {
  const [name, setName] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    if (isWanted)
      void storageCare.look().then((facts) => {
        if (isCurrent) setName(facts?.kept.at(-1)?.name)
      })
    return () => {
      isCurrent = false
    }
  }, [isWanted])
  return name
}
