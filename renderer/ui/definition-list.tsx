import type { ReactNode } from 'react'
import classes from './definition-list.module.css'

interface DefinitionListProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[]
  readonly columns?: 1 | 2
}

/** Facts with their names, on hairlines. */
export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className={classes.list} data-columns={columns}>
      {items.map(({ label, value }) => (
        <div key={label} className={classes.entry}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
