import type { ReactNode } from 'react'
import { Place } from './place.tsx'
import classes from './page.module.css'

interface PageProps {
  /** The one heading of the screen. */
  readonly title: string
  /** The family, then what: shown in the top line. */
  readonly where: readonly string[]
  readonly lead?: ReactNode
  /** The one primary action. */
  readonly action?: ReactNode
  /** A column that stays in view beside the page: a gate, a preview. */
  readonly aside?: ReactNode
  readonly width?: 'reading' | 'wide' | 'full'
  readonly children: ReactNode
}

/** One screen: where one is, one heading, one primary action, then the content. */
export function Page({ title, where, lead, action, aside, width = 'wide', children }: PageProps) {
  return (
    <div className={classes.page} data-width={width} data-with-aside={aside !== undefined || undefined}>
      <Place where={where} />
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </header>
      <div className={classes.columns}>
        <div className={classes.main}>{children}</div>
        {aside !== undefined && <aside className={classes.aside}>{aside}</aside>}
      </div>
    </div>
  )
}
