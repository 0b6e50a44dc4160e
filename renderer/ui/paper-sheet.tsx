import type { ReactNode } from 'react'
import classes from './paper-sheet.module.css'

interface PaperSheetProps {
  readonly label: string
  readonly size?: 'a4' | 'letter'
  readonly children: ReactNode
}

/** A sheet that looks like the paper that will come out: white in both themes, and the only thing printed. */
export function PaperSheet({ label, size = 'letter', children }: PaperSheetProps) {
  return (
    <article className={`${classes.sheet} eh-print`} data-size={size} aria-label={label}>
      {children}
    </article>
  )
}
