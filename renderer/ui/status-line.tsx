import { IconAlertTriangle, IconCheck, IconDots, IconLoader2 } from '@tabler/icons-react'
import { t } from '#shared/i18n/index.ts'
import classes from './status-line.module.css'

interface StatusLineProps {
  readonly state: 'saved' | 'waiting' | 'saving' | 'not-saved'
  /** When it was last saved, e.g. 14:02. */
  readonly time: string | undefined
}

const symbols = {
  saved: IconCheck,
  waiting: IconDots,
  saving: IconLoader2,
  'not-saved': IconAlertTriangle,
} as const

/** Says whether what was typed is on the disk, and since when. */
export function StatusLine({ state, time }: StatusLineProps) {
  const Symbol = symbols[state]
  return (
    <p className={classes.status} data-state={state} data-testid="save-status">
      <Symbol size={16} stroke={1.6} aria-hidden />
      <span role={state === 'not-saved' ? 'alert' : undefined}>{words(state, time)}</span>
    </p>
  )
}

function words(state: StatusLineProps['state'], time: string | undefined): string {
  if (state === 'waiting') return t('shell.save.waiting')
  if (state === 'saving') return t('shell.save.saving')
  if (state === 'not-saved') return t('shell.save.notSaved')
  return time === undefined ? t('shell.save.untouched') : t('shell.save.saved', { time })
}
