import { Group, Radio } from '@mantine/core'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { useSetting } from './use-practice.ts'

const themes = ['system', 'light', 'dark'] as const

/** The theme. */
export function AppearanceSection() {
  const [appearance, setAppearance] = useSetting('appearance')
  const change = (next: string) => {
    const theme = themes.find((name) => name === next)
    if (theme) setAppearance(theme)
  }
  return (
    <Section title={t('settings.appearance.title')}>
      <Radio.Group label={t('settings.appearance.label')} value={appearance} onChange={change}>
        <Group gap="lg" mt="xs">
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={t(`settings.appearance.${theme}`)} />
          ))}
        </Group>
      </Radio.Group>
    </Section>
  )
}
