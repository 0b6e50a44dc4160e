import { Page } from '#renderer/ui/page.tsx'
import { t } from '#shared/i18n/index.ts'
import { EnterFamilyForm } from './enter-family-form.tsx'

/** Enters a family on one screen. */
export function EnterFamilyPage() {
  return (
    <Page
      title={t('cases.enter.title')}
      where={[t('cases.title'), t('cases.enter.title')]}
      lead={t('cases.enter.lead')}
      width="reading"
    >
      <EnterFamilyForm />
    </Page>
  )
}
