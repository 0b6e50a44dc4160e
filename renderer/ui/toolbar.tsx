import type { ReactNode } from 'react'
import classes from './toolbar.module.css'

interface ToolbarProps {
  readonly label: string
  /** Stands at the far end of the line. */
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** One line of controls over a list: filters at the start, what is done with the list at the end. */
export function Toolbar({ label, end, children }: ToolbarProps) {
  return (
    <div role="group" aria-label={label} className={classes.toolbar}>
      <div className={classes.part}>{children}</div>
      {end !== undefined && <div className={classes.part}>{end}</div>}
    </div>
  )
}
