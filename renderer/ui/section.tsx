import { useId } from 'react'
import type { ReactNode } from 'react'
import { useFocusWhenLost } from './use-focus-when-lost.ts'
import classes from './section.module.css'

interface SectionProps {
  readonly title: string
  readonly description?: ReactNode
  readonly action?: ReactNode
  /** One of several steps, each in the place of the one before: the keyboard goes on at its heading. */
  readonly isStep?: boolean
  readonly children: ReactNode
}

/** A part of a page under its own heading and a hairline. */
export function Section({ title, description, action, isStep = false, children }: SectionProps) {
  const heading = useFocusWhenLost<HTMLHeadingElement>(title, isStep ? 'start' : 'change')
  const headingId = useId()
  return (
    <section className={classes.section} aria-labelledby={headingId}>
      <header className={classes.header}>
        <div>
          <h2 className={classes.title} id={headingId} {...(isStep ? { ref: heading, tabIndex: -1 } : {})}>
            {title}
          </h2>
          {description !== undefined && <p className={classes.description}>{description}</p>}
        </div>
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </header>
      {children}
    </section>
  )
}
