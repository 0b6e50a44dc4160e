import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { t } from '#shared/i18n/index.ts'
import classes from './place.module.css'

/** The element of the shell's top line into which a page writes where one is; null outside the shell. */
export const PlaceSlot = createContext<HTMLElement | null>(null)

/** Says in one line where one is: the family, then what. */
export function Place({ where }: { readonly where: readonly string[] }) {
  const slot = useContext(PlaceSlot)
  const line: ReactNode = (
    <ol className={classes.line} aria-label={t('ui.whereYouAre')}>
      {where.map((name, index) => (
        <li key={`${index}-${name}`}>{name}</li>
      ))}
    </ol>
  )
  return slot ? createPortal(line, slot) : null
}
