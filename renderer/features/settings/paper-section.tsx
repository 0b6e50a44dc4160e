import { Group, Radio, Select } from '@mantine/core'
import { useVault } from '#renderer/data/index.ts'
import { Section } from '#renderer/ui/section.tsx'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { practiceId } from '#shared/records/record.ts'
import classes from './settings.module.css'
import { timeZones } from './time-zones.ts'
import { useSetting } from './use-practice.ts'

/** The practice's time zone and paper. */
export function PaperSection() {
  const [savedZone, setZone] = useSetting('zone')
  const [paperSize, setPaperSize] = useSetting('paperSize')
  const isSaved = useVault((records) => records.get(practiceId) !== undefined)
  const zone = isSaved ? savedZone : new Intl.DateTimeFormat().resolvedOptions().timeZone
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
          onChange={(next) => next !== null && setZone(next)}
        />
        <Radio.Group
          label={t('settings.paper.paperSize')}
          value={paperSize}
          onChange={(next) => setPaperSize(next === 'a4' ? 'a4' : 'letter')}
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
