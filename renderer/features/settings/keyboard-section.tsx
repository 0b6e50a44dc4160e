import { Checkbox } from '@mantine/core'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { changePractice } from './commands.ts'
import { usePractice } from './use-practice.ts'

/** Whether single keys lead anywhere: people who dictate may need them off. */
export function KeyboardSection() {
  const { singleKeys } = usePractice()
  return (
    <Section title={t('settings.keyboard.title')}>
      <Checkbox
        label={t('settings.keyboard.singleKeys')}
        description={t('settings.keyboard.singleKeysHelp')}
        checked={singleKeys}
        onChange={(event) => void changePractice({ singleKeys: event.currentTarget.checked })}
      />
    </Section>
  )
}
