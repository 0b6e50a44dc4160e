import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { auditCheckpoint, verifyHistory } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { checkpointFromText } from '#shared/vault/checkpoint.ts'
import { FailedNotice } from './failed-notice.tsx'
import classes from './history.module.css'

type Compared =
  | { readonly seq: number; readonly witness: 'same' | 'other' | 'shorter' | 'not-of-this-vault' }
  | 'notALine'
  | 'notWhole'
  | 'failed'

/** A line that stands for the history up to now, to be kept elsewhere, and the comparison with one that was. */
export function HistoryLine() {
  const [line, setLine] = useState<{ readonly seq: number; readonly text: string | undefined }>()
  const show = async () => {
    const checkpoint = await auditCheckpoint()
    setLine({ seq: checkpoint?.seq ?? 0, text: checkpoint?.text })
  }
  return (
    <details className={classes.line}>
      <summary>{t('history.check.line.title')}</summary>
      <Stack gap="sm">
        <p>{t('history.check.line.lead')}</p>
        <Group gap="sm">
          <Button variant="default" onClick={() => void show()}>
            {t('history.check.line.show')}
          </Button>
        </Group>
        {line && line.text === undefined && <p role="status">{t('history.check.line.none')}</p>}
        {line?.text !== undefined && (
          <Textarea
            readOnly
            rows={5}
            classNames={{ input: classes.lineText ?? '' }}
            label={t('history.check.line.label', { seq: formatNumber(line.seq) })}
            value={line.text}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        <Comparison />
      </Stack>
    </details>
  )
}

function Comparison() {
  const [given, setGiven] = useState('')
  const [compared, setCompared] = useState<Compared>()
  const [isComparing, setComparing] = useState(false)
  const run = () => {
    setComparing(true)
    compareWith(given)
      .then(setCompared, () => setCompared('failed'))
      .finally(() => setComparing(false))
  }
  return (
    <>
      <Textarea
        rows={5}
        classNames={{ input: classes.lineText ?? '' }}
        label={t('history.check.line.compare')}
        description={t('history.check.line.hint')}
        value={given}
        onChange={(event) => setGiven(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button variant="default" loading={isComparing} disabled={given.trim() === ''} onClick={run}>
          {t('history.check.line.run')}
        </Button>
      </Group>
      {compared !== undefined && <Outcome compared={compared} />}
    </>
  )
}

async function compareWith(text: string): Promise<Compared> {
  const witness = checkpointFromText(text)
  if (!witness) return 'notALine'
  const verified = await verifyHistory(() => undefined, witness)
  if (!verified.ok) return 'notWhole'
  return { seq: witness.seq, witness: verified.value.witness ?? 'shorter' }
}

function Outcome({ compared }: { readonly compared: Compared }) {
  if (compared === 'failed') return <FailedNotice />
  if (compared === 'notALine') return <Notice live tone="warning" title={t('history.check.line.notALine')} />
  if (compared === 'notWhole')
    return (
      <Notice
        live
        tone="danger"
        title={t('history.check.line.notWhole')}
        next={t('history.check.line.notWholeNext')}
      />
    )
  const { witness, seq } = compared
  return (
    <Notice
      live
      tone={witness === 'same' ? 'good' : witness === 'not-of-this-vault' ? 'warning' : 'danger'}
      title={t(`history.check.line.${witness}`, { seq: formatNumber(seq) })}
      next={t(`history.check.line.${witness}Means`)}
    />
  )
}
