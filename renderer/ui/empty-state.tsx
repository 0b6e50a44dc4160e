import { EmptyState as Frame } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** What to do next, in a sentence. */
  readonly hint: ReactNode
  readonly action?: ReactNode
}

/** What stands where nothing is yet: it says what will be here and what to do next. */
export function EmptyState({ icon: Symbol, title, hint, action }: EmptyStateProps) {
  return (
    <Frame size="xs" align="left" className={classes.frame}>
      <Frame.Indicator>
        <Symbol stroke={1.3} aria-hidden />
      </Frame.Indicator>

      <Frame.Title className={classes.title}>{title}</Frame.Title>
      <Frame.Description className={classes.hint}>{hint}</Frame.Description>
      {action !== undefined && <Frame.Actions className={classes.action}>{action}</Frame.Actions>}
    </Frame>
  )
}
