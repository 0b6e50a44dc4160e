import { Loader } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import classes from './locking.module.css'

/** Covers everything at once while drafts are sealed; a moment later the page is gone. */
export function Locking() {
  return (
    <main className={classes.cover} aria-busy="true">
      <Loader size="sm" color="var(--eh-ink-soft)" />
      <p role="status">{t('shell.locking')}</p>
    </main>
  )
}
