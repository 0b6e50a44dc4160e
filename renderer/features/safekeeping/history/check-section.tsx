import { Button } from '@mantine/core'
import { useState } from 'react'
import { verifyHistory } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { FailedNotice } from './failed-notice.tsx'
import { HistoryLine } from './history-line.tsx'
import classes from './history.module.css'

type Checked = Awaited<ReturnType<typeof verifyHistory>>

/** Follows the history from its first entry to its last and says in words what that shows. */
export function CheckSection() {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>()
  const [checked, setChecked] = useState<Checked | 'failed'>()
  const run = () => {
    setChecked(undefined)
    setProgress({ done: 0, total: 1 })
    verifyHistory((done, total) => setProgress({ done, total }))
      .then(setChecked, () => setChecked('failed'))
      .finally(() => setProgress(undefined))
  }
  return (
    <Section
      title={t('history.check.title')}
      description={t('history.check.lead')}
      action={
        <Button variant="default" onClick={run} loading={progress !== undefined}>
          {t('history.check.run')}
        </Button>
      }
    >
      <div role="status" className={classes.progress}>
        {progress && t('history.check.running', { done: progress.done, total: progress.total })}
      </div>
      {checked === 'failed' && <FailedNotice />}
      {checked !== undefined && checked !== 'failed' && <Outcome checked={checked} />}
      <HistoryLine />
    </Section>
  )
}

function Outcome({ checked }: { readonly checked: Checked }) {
  if (checked.ok) {
    const { seq: count, signed } = checked.value
    return (
      <Notice
        live
        tone="good"
        title={t('history.check.good')}
        kept={[
          t('history.check.goodCount', { count }),
          ...(signed > 0 ? [t('history.check.signed', { count: signed })] : []),
        ].join(' ')}
        next={t('history.check.goodMeans')}
      />
    )
  }
  const { seq, reason } = checked.error
  return (
    <Notice
      live
      tone="danger"
      title={t(`history.check.${reason}`, { seq: formatNumber(seq) })}
      kept={seq === 1 ? t('history.check.badFirst') : t('history.check.badKept', { count: seq - 1 })}
      next={t('history.check.badNext')}
    />
  )
}
