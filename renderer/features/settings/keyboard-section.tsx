import { Checkbox } from '@mantine/core'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { useSetting } from './use-practice.ts'

/** Whether single keys lead anywhere: people who dictate may need them off. */
export function KeyboardSection() {
  const [singleKeys, setSingleKeys] = useSetting('singleKeys')
  return (
    <Section title={t('settings.keyboard.title')}>
      <Checkbox
        label={t('settings.keyboard.singleKeys')}
        description={t('settings.keyboard.singleKeysHelp')}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Section>
  )
}
