import { IconCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '#shared/i18n/index.ts'
import classes from './road.module.css'

const symbols = { done: IconCheck, missing: IconCircleDashed, blocked: IconCircleX } as const

interface RoadStepProps {
  readonly state: keyof typeof symbols
  readonly title: string
  /** One line under the title: what was recorded, or what to do. */
  readonly detail: ReactNode
  readonly action?: ReactNode
  /** The form of this step, while it is open. */
  readonly children?: ReactNode
}

/** One step of the road, with its state in a word and a sign. */
export function RoadStep({ state, title, detail, action, children }: RoadStepProps) {
  const Symbol = symbols[state]
  return (
    <li className={classes.step} data-state={state}>
      <Symbol className={classes.symbol} size={20} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        <h3 className={classes.title}>
          {title}
          <span className="eh-visually-hidden">: {t(`cases.overview.road.${state}`)}</span>
        </h3>
        <p className={classes.detail}>{detail}</p>
      </div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
      {children !== undefined && children !== null && <div className={classes.form}>{children}</div>}
    </li>
  )
}
