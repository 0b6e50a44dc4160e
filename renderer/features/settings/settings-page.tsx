import { Page } from '#renderer/ui/page.tsx'
import { t } from '#shared/i18n/index.ts'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { PaperSection } from './paper-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { SecuritySection } from './security-section.tsx'
import { WordsSection } from './words-section.tsx'

/** Everything about the practice and this computer, in one column; nothing has to be saved by hand. */
export function SettingsPage() {
  return (
    <Page title={t('settings.title')} where={[t('settings.title')]} lead={t('settings.lead')} width="reading">
      <PracticeSection />
      <PaperSection />
      <WordsSection />
      <AppearanceSection />
      <KeyboardSection />
      <SecuritySection />
      <AboutSection />
    </Page>
  )
}
