import { Button, Group, Progress } from '@mantine/core'
import { formatSize } from '#renderer/ui/format-size.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { storage } from '#shared/i18n/en/storage.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './unlock.module.css'
import { useVaultCopy } from './use-vault-copy.ts'

/** A way out for a vault that this program may not open: all of it, sealed as it is, in a place that the person chooses. */
export function SaveCopy() {
  const { now, start, stop } = useVaultCopy()
  const isRunning = now.state === 'running'
  return (
    <div className={classes.copy}>
      <Group gap="xs">
        <Button loading={now.state === 'choosing' || isRunning} onClick={() => void start()}>
          {t('storage.copy.button')}
        </Button>
        {isRunning && (
          <Button variant="default" onClick={() => void stop()}>
            {t('storage.copy.stop')}
          </Button>
        )}
      </Group>
      {isRunning && (
        <div className={classes.progress}>
          <Progress
            value={now.at.total === 0 ? 0 : (100 * now.at.done) / now.at.total}
            aria-hidden
            size="md"
          />
          <p aria-live="off" className="eh-num">
            {t(now.at.step === 'comparing' ? 'storage.copy.comparing' : 'storage.copy.copying', {
              done: formatSize(now.at.done / 2),
              total: formatSize(now.at.total / 2),
            })}
          </p>
        </div>
      )}
      {now.state === 'saved' && (
        <Notice
          live
          tone="good"
          title={t('storage.copy.doneTitle')}
          kept={t('storage.copy.doneKept', {
            count: now.copy.files,
            size: formatSize(now.copy.bytes),
            name: now.copy.name,
            place: now.copy.place,
          })}
          next={t('storage.copy.doneNext')}
        />
      )}
      {now.state === 'failed' && (
        <Notice
          live
          tone="danger"
          title={t('storage.copy.problem.title')}
          kept={t('storage.copy.problem.kept')}
          next={t(`storage.copy.problem.${problemName(now.code)}`)}
        />
      )}
    </div>
  )
}

type Problem = Exclude<keyof typeof storage.copy.problem, 'title' | 'kept'>

function problemName(code: string): Problem {
  const known = Object.keys(storage.copy.problem) as Problem[] // Its own keys.
  return known.find((name) => name === code) ?? 'other'
}
