import { Progress, Stack } from '@mantine/core'
import { useFileHealth, useKeptHealth, useReadOnly, useVault } from '#renderer/data/index.ts'
import type { FileHealthState, KeptHealth, ReadModel } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { practiceOf } from '#shared/commands/practice.ts'
import { formatDateTime, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { BadFiles } from './bad-files.tsx'
import { formatSize } from '#renderer/ui/format-size.ts'
import { LeftoverFiles } from './leftover-files.tsx'
import classes from './health.module.css'

const countStored = (model: ReadModel) =>
  model.list('attachment').filter(({ head }) => head.storedAs !== undefined).length

/** When the files were read last, how far the reading is, and which of them are not as they were added. */
export function FilesSection() {
  const kept = useKeptHealth()
  const now = useFileHealth()
  const isReadOnly = useReadOnly()
  const stored = useVault(countStored)
  const zone = useVault((model) => practiceOf(model).zone) || Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Section title={t('health.files.title')} description={t('health.files.lead')}>
      <Stack gap="sm">
        <Reading now={now} />
        {now.state === 'failed' && (
          <Notice
            live
            tone="danger"
            title={t('health.files.failed')}
            kept={t('health.files.failedKept')}
            next={t('health.files.failedNext')}
          />
        )}
        <p className={classes.last}>{lastWords(kept, stored, zone)}</p>
        <BadFiles problems={kept.problems} zone={zone} isReadOnly={isReadOnly} />
        <LeftoverFiles orphans={kept.orphans} isReadOnly={isReadOnly} />
      </Stack>
    </Section>
  )
}

function lastWords({ files, problems }: KeptHealth, stored: number, zone: string): string {
  if (stored === 0) return t('health.files.none')
  if (!files) return t('health.files.never')
  const facts = { size: formatSize(files.bytes), at: formatDateTime(files.at, zone) }
  const last = t('health.files.last', { count: files.files, ...facts })
  return problems.length === 0 ? `${last} ${t('health.files.well')}` : last
}

/** How far the reading is. The numbers are not read out one by one. */
function Reading({ now }: { readonly now: FileHealthState }) {
  if (now.state !== 'checking' || now.totalFiles === 0) return null
  const words = t('health.files.reading', {
    done: formatNumber(now.files),
    total: formatNumber(now.totalFiles),
    size: formatSize(now.bytes),
    totalSize: formatSize(now.totalBytes),
  })
  return (
    <div className={classes.progress}>
      <p role="status">{t('health.files.beginning')}</p>
      <Progress value={(100 * now.bytes) / Math.max(1, now.totalBytes)} aria-hidden size="md" />
      <p aria-live="off" className="eh-num">
        {words} {now.isWaiting && t('health.files.waiting')}
      </p>
    </div>
  )
}
