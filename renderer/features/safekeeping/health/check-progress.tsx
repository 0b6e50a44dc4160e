import { Progress } from '@mantine/core'
import type { Health } from '#renderer/data/index.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './health.module.css'

/** How far the check has come. The numbers are not read out one by one. */
export function CheckProgress({ health }: { readonly health: Health }) {
  if (health.state !== 'checking') return null
  const { done, total } = health
  const words = { done: formatNumber(done), total: formatNumber(total) }
  return (
    <div className={classes.progress}>
      <p role="status">{t('health.beginning')}</p>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-hidden size="md" />
      <p aria-live="off" className="eh-num">
        {t('health.checking', words)}
      </p>
    </div>
  )
}
