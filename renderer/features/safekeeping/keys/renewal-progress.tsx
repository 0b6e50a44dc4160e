import { Button, Progress } from '@mantine/core'
import { keyCare } from '#renderer/data/index.ts'
import type { useRenewal } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'

/** How far the sealing under a new key has come, or what holds it up. */
export function RenewalProgress({ renewal }: { readonly renewal: ReturnType<typeof useRenewal> }) {
  if (renewal.state === 'none') return null
  if (renewal.state === 'running') {
    const { done, total } = renewal
    return (
      <div>
        <p>{t('keys.vaultKey.running')}</p>
        <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('keys.vaultKey.running')} />
        <p className="eh-num">
          {t('keys.vaultKey.progress', { done: formatNumber(done), total: formatNumber(total) })}
        </p>
      </div>
    )
  }
  const isDamaged = renewal.reason === 'damaged-records'
  return (
    <Notice
      tone="warning"
      live
      title={isDamaged ? t('keys.vaultKey.damaged', { count: renewal.count }) : t('keys.vaultKey.heldUp')}
      kept={t(isDamaged ? 'keys.vaultKey.damagedKept' : 'keys.vaultKey.heldUpKept')}
      next={t(isDamaged ? 'keys.vaultKey.damagedNext' : 'keys.vaultKey.heldUpNext')}
      action={
        <Button variant="default" onClick={() => void keyCare.resume()}>
          {t('keys.vaultKey.goOn')}
        </Button>
      }
    />
  )
}
