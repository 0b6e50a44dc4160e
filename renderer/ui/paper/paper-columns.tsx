import type { ReactNode } from 'react'
import classes from './paper-columns.module.css'

interface PaperColumnsProps {
  readonly paper: ReactNode
  /** What is known of the paper and can be done with it; it stays in view. */
  readonly beside: ReactNode
}

/** A sheet of paper with what can be done with it beside it, in every window that is not very narrow. */
export function PaperColumns({ paper, beside }: PaperColumnsProps) {
  return (
    <div className={classes.columns}>
      <div>{paper}</div>
      <aside className={classes.beside}>{beside}</aside>
    </div>
  )
}
