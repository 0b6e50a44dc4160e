import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { t } from '#shared/i18n/index.ts'
import classes from './gate-list.module.css'

export interface GateItem {
  readonly code: string
  readonly state: 'done' | 'missing' | 'warning'
  readonly sentence: string
  /** The place that mends it. */
  readonly href?: string
  readonly linkLabel?: string
}

const symbols = { done: IconCheck, missing: IconCircleDashed, warning: IconAlertTriangle } as const

/** What must hold before something may be done: each item is there or missing, and leads to where it is mended. */
export function GateList({ items }: { readonly items: readonly GateItem[] }) {
  const missing = items.filter((item) => item.state === 'missing').length
  return (
    <div>
      <p className={classes.summary} role="status">
        {missing === 0 ? t('ui.gate.complete') : t('ui.gate.summary', { count: missing })}
      </p>
      <ul className={classes.list}>
        {items.map((item) => (
          <GateLine key={item.code} item={item} />
        ))}
      </ul>
    </div>
  )
}

function GateLine({ item }: { readonly item: GateItem }) {
  const Symbol = symbols[item.state]
  return (
    <li className={classes.item} data-state={item.state} data-code={item.code}>
      <Symbol className={classes.symbol} size={18} stroke={1.8} aria-hidden />
      <div>
        <span className="eh-visually-hidden">{t(`ui.gate.${item.state}`)}: </span>
        <span className={classes.sentence}>{item.sentence}</span>
        {item.href !== undefined && item.state !== 'done' && (
          <Anchor href={item.href} className={classes.fix}>
            {item.linkLabel ?? t('ui.gate.fix')}
          </Anchor>
        )}
      </div>
    </li>
  )
}
