import type { Damage } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'

/** What unlocking found, where the second copy could not help either. */
export function DamageNotice({ damage }: { readonly damage: readonly Damage[] }) {
  const lines = linesOf(damage)
  return (
    <Notice
      tone="danger"
      title={t('health.damage.title')}
      kept={
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
      next={t('health.damage.next')}
    />
  )
}

function linesOf(damage: readonly Damage[]): readonly string[] {
  const sum = (code: Damage['code']) =>
    damage
      .filter((each) => each.code === code)
      .reduce((total, each) => total + ('count' in each ? each.count : 1), 0)
  const counts = {
    missing: sum('missing-records'),
    unexpected: sum('unexpected-records'),
    damaged: sum('damaged-record'),
  }
  return [
    ...(counts.missing > 0 ? [t('health.damage.missing', { count: counts.missing })] : []),
    ...(counts.unexpected > 0 ? [t('health.damage.unexpected', { count: counts.unexpected })] : []),
    ...(counts.damaged > 0 ? [t('health.damage.damaged', { count: counts.damaged })] : []),
    ...(sum('other-records') > 0 ? [t('health.damage.other')] : []),
    ...(sum('damaged-state') > 0 ? [t('health.damage.state')] : []),
  ]
}
