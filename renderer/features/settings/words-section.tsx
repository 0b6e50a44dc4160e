import { Group, Radio } from '@mantine/core'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { useSetting } from './use-practice.ts'

/** The words for the people of a case. */
export function WordsSection() {
  const [terminology, setTerminology] = useSetting('terminology')
  return (
    <Section title={t('settings.words.title')} description={t('settings.words.description')}>
      <Radio.Group
        label={t('settings.words.label')}
        value={terminology}
        onChange={(next) => setTerminology(next === 'party' ? 'party' : 'parent')}
      >
        <Group gap="lg" mt="xs">
          <Radio value="parent" label={t('settings.words.parent')} />
          <Radio value="party" label={t('settings.words.party')} />
        </Group>
      </Radio.Group>
    </Section>
  )
}
