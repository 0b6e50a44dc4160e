import { Progress } from '@mantine/core'
import { useOpening } from '#renderer/data/index.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './unlock.module.css'

/** How far the vault has come on its way out of the second copy, or into it. */
export function OpeningProgress() {
  const progress = useOpening()
  const words = progress && { done: formatNumber(progress.done), total: formatNumber(progress.total) }
  return (
    <div role="status" className={classes.progress}>
      {words && (
        <>
          <p>{t(`unlock.recovery.${progress.step}`, words)}</p>
          <Progress
            value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
            aria-hidden
            size="md"
          />
          <p className={classes.soft}>{t('unlock.recovery.patience')}</p>
        </>
      )}
    </div>
  )
}
