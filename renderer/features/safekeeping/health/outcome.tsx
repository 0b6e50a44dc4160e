import { Anchor } from '@mantine/core'
import { useKeptHealth, useVault } from '#renderer/data/index.ts'
import type { Health, KeptHealth, ReadModel } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { practiceOf } from '#shared/commands/practice.ts'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { nameRecord, recordHref } from '../history/entry-words.ts'

type KeptCheck = NonNullable<KeptHealth['check']>
type Report = Extract<Health, { state: 'checked' }>['report']

const shownLost = 20
const allRecords = (model: ReadModel) => model

interface OutcomeProps {
  readonly health: Health
  /** Unlocking has found damage: then nothing is said to be well. */
  readonly isDamaged: boolean
  /** Something was said about this unlock already. */
  readonly isRestored: boolean
}

/** What the last check found, in words. */
export function Outcome({ health, isDamaged, isRestored }: OutcomeProps) {
  const zone = useVault((model) => practiceOf(model).zone) || Intl.DateTimeFormat().resolvedOptions().timeZone
  const { check } = useKeptHealth()
  if (health.state === 'checking') return null
  if (health.state === 'waiting') {
    return isDamaged || isRestored ? null : (
      <Notice
        tone="info"
        title={t('health.waiting.title')}
        kept={check ? beforeWords(check, zone) : undefined}
        next={t('health.waiting.next')}
      />
    )
  }
  const at = formatDateTime(health.at, zone)
  if (health.state === 'failed') {
    return (
      <Notice
        live
        tone="danger"
        title={t('health.failed.title')}
        kept={t('health.failed.kept')}
        next={t('health.failed.next')}
      />
    )
  }
  const { report } = health
  const hasLost = report.lost.length + report.lostRows.length > 0
  const isWell = report.repaired === 0 && !hasLost && report.list === 'fits' && !isDamaged
  return (
    <>
      {report.lost.length > 0 && <Lost report={report} at={at} />}
      {report.lostRows.length > 0 && <LostRows report={report} at={at} />}
      {report.repaired > 0 && (
        <Notice
          live
          tone="warning"
          title={t('health.repaired.title', { count: report.repaired })}
          kept={t('health.repaired.kept', { at })}
          next={t('health.repaired.next')}
        />
      )}
      {report.list === 'renewed' && (
        <Notice live tone="good" title={t('health.renewed.title')} kept={t('health.renewed.kept', { at })} />
      )}
      {report.list === 'differs' && !hasLost && !isDamaged && (
        <Notice
          live
          tone="danger"
          title={t('health.differs.title')}
          kept={t('health.differs.kept', { at })}
          next={t('health.differs.next')}
        />
      )}
      {isWell && (
        <Notice
          live
          tone="good"
          title={t('health.good.title', { count: report.records })}
          kept={t('health.good.kept', { at })}
        />
      )}
    </>
  )
}

function beforeWords({ at, records, isWell }: KeptCheck, zone: string): string {
  const when = formatDateTime(at, zone)
  return isWell ? t('health.before.good', { at: when, count: records }) : t('health.before.bad', { at: when })
}

/** Which other stored parts neither copy has whole. */
function LostRows({ report, at }: { readonly report: Report; readonly at: string }) {
  return (
    <Notice
      live
      tone="danger"
      title={t('health.lostRows.title')}
      kept={t('health.lostRows.kept', { at })}
      next={t('health.lostRows.next')}
      action={
        <ul aria-label={t('health.lostRows.list')}>
          {report.lostRows.map(({ table, count }) => (
            <li key={table}>{t(`health.lostRows.${table}`, { count })}</li>
          ))}
        </ul>
      }
    />
  )
}

/** Which records neither copy has whole. */
function Lost({ report, at }: { readonly report: Report; readonly at: string }) {
  const records = useVault(allRecords)
  const shown = report.lost.slice(0, shownLost)
  const more = report.lost.length - shown.length
  return (
    <Notice
      live
      tone="danger"
      title={t('health.lost.title', { count: report.lost.length })}
      kept={t('health.lost.kept', { at })}
      next={t('health.lost.next')}
      action={
        <ul aria-label={t('health.lost.list')}>
          {shown.map(({ id, kind, caseId }) => {
            const href = recordHref(records, { id, kind, caseId })
            const name = nameRecord(records, { id, kind })
            return <li key={id}>{href === undefined ? name : <Anchor href={href}>{name}</Anchor>}</li>
          })}
          {more > 0 && <li>{t('health.lost.more', { count: more })}</li>}
        </ul>
      }
    />
  )
}
