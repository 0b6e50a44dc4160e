import { IconAlertTriangle } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useSaveStatus } from '#renderer/data/index.ts'
import { isAnythingUnsaved, subscribeToUnsaved } from '#renderer/ui/autosaver.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './safety-strip.module.css'

/** As long as something could not be saved: where it is meanwhile, and what the person can do. */
export function NotSavedLine() {
  const status = useSaveStatus()
  const isTriedAgain = useSyncExternalStore(subscribeToUnsaved, isAnythingUnsaved)
  if (status.state !== 'not-saved') return null
  return (
    <div role="alert" className={classes.line} data-tone="danger">
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden className={classes.symbol} />
      <p>
        <strong>{t(isTriedAgain ? 'safety.notSaved.kept' : 'safety.notSaved.title')}</strong>{' '}
        {t(`safety.notSaved.next.${status.reason}`)}
      </p>
    </div>
  )
}
