import { Button, Group } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import classes from './broken-page.module.css'

/** Stands in for a screen that stopped: what happened, what was kept, what to do. */
export function BrokenPage({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className={classes.page} role="alert">
      <h1 className={classes.title}>{t('shell.broken.title')}</h1>
      <p>{t('shell.broken.kept')}</p>
      <p>{t('shell.broken.next')}</p>
      <Group mt="lg">
        <Button onClick={onAgain}>{t('shell.broken.again')}</Button>
        <Button variant="default" onClick={() => location.reload()}>
          {t('shell.broken.reload')}
        </Button>
      </Group>
    </div>
  )
}
