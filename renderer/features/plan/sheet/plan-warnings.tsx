import { Anchor, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { t, textFor } from '#shared/i18n/index.ts'
import classes from './warnings.module.css'

interface PlanWarningsProps {
  readonly warnings: readonly { readonly code: string; readonly [fact: string]: unknown }[]
  readonly isOpenAtFirst: boolean
  readonly onGo: (paragraph: number) => void
}

/** What the reader was not sure of; each leads to its place in the original. */
export function PlanWarnings({ warnings, isOpenAtFirst, onGo }: PlanWarningsProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  if (warnings.length === 0) return null
  return (
    <section className={classes.warnings} aria-label={t('plan.warnings.title', { count: warnings.length })}>
      <div className={classes.head}>
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
        <p>{t('plan.warnings.title', { count: warnings.length })}</p>
        <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('plan.warnings.hide') : t('plan.warnings.show')}
        </Button>
      </div>
      {isOpen && (
        <ul className={classes.list}>
          {warnings.map((warning, index) => (
            <li key={index}>
              <span>{warningWords(warning)}</span>
              {typeof warning['paragraph'] === 'number' && (
                <Anchor component="button" type="button" onClick={() => onGo(Number(warning['paragraph']))}>
                  {t('plan.warnings.goThere')}
                </Anchor>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function warningWords(warning: { readonly code: string; readonly [fact: string]: unknown }): string {
  const key = `plan.warnings.${warning.code}`
  const plural = warning['count'] === 1 ? 'one' : 'other'
  const fallback = textFor(`${key}_${plural}`, warning, t('plan.warnings.unknown'))
  return textFor(key, warning, fallback)
}
