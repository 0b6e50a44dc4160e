import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { useCommand } from '#renderer/data/index.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { removeSample } from '#shared/commands/practice.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './today.module.css'

/** Says that what is shown is made up, and takes all of it away. */
export function SampleStrip() {
  const { run, state, refusal } = useCommand(removeSample)
  return (
    <aside className={classes.strip} aria-label={t('today.sample.title')}>
      <IconCompass size={22} stroke={1.5} aria-hidden />
      <div className={classes.stripWords}>
        <p className={classes.stripTitle}>{t('today.sample.title')}</p>
        <p>{t('today.sample.lead')}</p>
        <RefusalNotice refusal={refusal} />
      </div>
      <Button variant="default" size="compact-sm" loading={state === 'running'} onClick={() => void run({})}>
        {t('today.sample.remove')}
      </Button>
    </aside>
  )
}
