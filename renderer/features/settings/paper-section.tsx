import { Group, Radio, Select } from '@mantine/core'
import { useVault } from '#renderer/data/index.ts'
import { Section } from '#renderer/ui/section.tsx'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { practiceId } from '#shared/records/record.ts'
import { changePractice } from './commands.ts'
import classes from './settings.module.css'
import { timeZones } from './time-zones.ts'
import { usePractice } from './use-practice.ts'

/** The practice's time zone and paper. */
export function PaperSection() {
  const practice = usePractice()
  const isSaved = useVault((records) => records.get(practiceId) !== undefined)
  const zone = isSaved ? practice.zone : new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Section title={t('settings.paper.title')}>
      <div className={classes.fields}>
        <Select
          label={t('settings.zone.label')}
          description={`${t('settings.zone.help')} ${t('settings.zone.now', { now: formatDateTime(new Date().toISOString(), zone) })}`}
          data={timeZones(zone)}
          value={zone}
          searchable
          limit={40}
          nothingFoundMessage={t('settings.zone.nothing')}
          onChange={(next) => next !== null && void changePractice({ zone: next })}
        />
        <Radio.Group
          label={t('settings.paper.paperSize')}
          value={practice.paperSize}
          onChange={(next) => void changePractice({ paperSize: next === 'a4' ? 'a4' : 'letter' })}
        >
          <Group gap="lg" mt="xs">
            <Radio value="letter" label={t('settings.paper.letter')} />
            <Radio value="a4" label={t('settings.paper.a4')} />
          </Group>
        </Radio.Group>
      </div>
    </Section>
  )
}
