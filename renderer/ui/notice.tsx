import { Alert } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

export type NoticeTone = 'info' | 'good' | 'warning' | 'danger'

interface NoticeProps {
  readonly tone: NoticeTone
  /** What happened. */
  readonly title: string
  /** What was kept. */
  readonly kept?: ReactNode
  /** What to do next. */
  readonly next?: ReactNode
  readonly action?: ReactNode
  /** Reads the notice out when it appears: for the answer to something the person just did. */
  readonly live?: boolean
}

const looks = {
  info: { icon: IconInfoCircle, color: 'accent' },
  good: { icon: IconCircleCheck, color: 'green' },
  warning: { icon: IconAlertTriangle, color: 'yellow' },
  danger: { icon: IconExclamationCircle, color: 'red' },
} as const

/** Tells what happened, what was kept and what to do, in that order. */
export function Notice({ tone, title, kept, next, action, live = false }: NoticeProps) {
  const { icon: Symbol, color } = looks[tone]
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : 'note'
  return (
    <Alert
      role={role}
      color={color}
      icon={<Symbol aria-hidden stroke={1.6} />}
      className={classes.notice}
      data-tone={tone}
    >
      <p className={classes.title}>{title}</p>
      {kept !== undefined && <p>{kept}</p>}
      {next !== undefined && <p>{next}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </Alert>
  )
}
