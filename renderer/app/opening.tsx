import { Loader } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import classes from './opening.module.css'

/** The moment before anything is known; it stays blank unless it lasts. */
export function Opening() {
  return (
    <main className={classes.opening} aria-busy="true" aria-label={t('shell.opening')}>
      <Loader size="sm" color="var(--eh-ink-soft)" />
    </main>
  )
}
