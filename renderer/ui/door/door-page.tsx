import type { ReactNode } from 'react'
import { Brand } from '#renderer/ui/brand.tsx'
import { useFocusWhenLost } from '#renderer/ui/use-focus-when-lost.ts'
import classes from './door-page.module.css'

interface DoorPageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Which step of how many, where there are several. */
  readonly step?: string
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/**
 * A page outside the vault: the name of the program, one heading, and nothing about anyone. The focus goes to the heading
 * when the page comes, unless a field of it has the focus already.
 */
export function DoorPage({ title, lead, step, width = 'narrow', children }: DoorPageProps) {
  const heading = useFocusWhenLost<HTMLHeadingElement>(title)
  return (
    <main className={classes.door} data-width={width}>
      <div className={classes.head}>
        <Brand />
        {step !== undefined && <p className={classes.step}>{step}</p>}
      </div>
      <h1 className={classes.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </main>
  )
}
