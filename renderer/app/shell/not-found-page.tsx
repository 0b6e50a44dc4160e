import { Button } from '@mantine/core'
import { Page } from '#renderer/ui/page.tsx'
import { t } from '#shared/i18n/index.ts'
import { pages } from '../routes.tsx'

/** An address that leads nowhere, with the way back. */
export function NotFoundPage() {
  const first = pages[0]
  return (
    <Page
      title={t('shell.notFound.title')}
      where={[t('shell.brand')]}
      lead={t('shell.notFound.lead')}
      width="reading"
      action={
        first && (
          <Button component="a" href={`#/${first.path}`}>
            {t('shell.notFound.back', { place: first.label() })}
          </Button>
        )
      }
    >
      {null}
    </Page>
  )
}
