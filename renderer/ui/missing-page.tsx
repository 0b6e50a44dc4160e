import { Anchor } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import { Page } from './page.tsx'

/** Stands where an address leads to something that is not, or no longer, in the vault. */
export function MissingPage({
  where,
  href,
  back,
}: {
  readonly where: readonly string[]
  readonly href: string
  /** Name of the place the link leads to. */
  readonly back: string
}) {
  return (
    <Page title={t('ui.missing.title')} where={where} lead={t('ui.missing.lead')} width="reading">
      <Anchor href={href}>{back}</Anchor>
    </Page>
  )
}
