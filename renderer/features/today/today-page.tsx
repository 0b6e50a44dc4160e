import { Button } from '@mantine/core'
import { IconCoffee } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useVault, type ReadModel } from '#renderer/data/index.ts'
import { BackupWarningNotice } from '#renderer/ui/backup-warning.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { KeyReminder } from '#renderer/ui/key-reminder.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { practiceId } from '#shared/records/record.ts'
import { formatLongDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { clockLines, type Line } from './clock-lines.ts'
import { FirstUse } from './first-use.tsx'
import { LineList } from './line-list.tsx'
import { SampleStrip } from './sample-strip.tsx'
import classes from './today.module.css'
import { useMissingCounts } from './use-missing-counts.ts'

const allRecords = (model: ReadModel) => model
const groups = ['now', 'clocks', 'waiting'] as const

/** What happens today, every clock that runs, and what waits for the coordinator. */
export function TodayPage() {
  const records = useVault(allRecords)
  const now = useNow()
  const today = dateIn(practiceZone(records), now)
  const lines = useMemo(
    () => [...practiceLines(records, today), ...clockLines(records, now)],
    [records, now, today],
  )
  const missing = useMissingCounts(now)
  const cases = records.list('case')
  const [isAdding, setAdding] = useState(false)
  return (
    <Page title={t('today.title')} where={[t('today.where')]} lead={formatLongDate(today)}>
      {cases.length === 0 || isAdding ? (
        <FirstUse now={now} isAdding={isAdding} onAdding={setAdding} />
      ) : (
        <>
          {cases.some(({ head }) => head.sample) && <SampleStrip />}
          {cases.some(({ head }) => !head.sample) && (
            <div className={classes.reminders}>
              <BackupWarningNotice leads />
              <KeyReminder now={now} />
            </div>
          )}
          {lines.length === 0 ? <AllClear /> : <Groups lines={lines} missing={missing} />}
        </>
      )}
    </Page>
  )
}

interface GroupsProps {
  readonly lines: readonly Line[]
  readonly missing: ReadonlyMap<string, number>
}

function Groups({ lines, missing }: GroupsProps) {
  const own = groups.map((group) => ({ group, lines: lines.filter((line) => line.group === group) }))
  const quiet = own.filter((each) => each.lines.length === 0)
  return (
    <>
      {quiet.length > 0 && (
        <p className={classes.quiet}>
          {quiet.map(({ group }) => t(`today.sections.${group}.empty`)).join(' ')}
        </p>
      )}
      {own.map(({ group, lines: shown }) =>
        shown.length === 0 ? null : (
          <Section key={group} title={t(`today.sections.${group}.title`)}>
            <LineList label={t(`today.sections.${group}.title`)} lines={shown} missing={missing} />
          </Section>
        ),
      )}
    </>
  )
}

function AllClear() {
  return (
    <EmptyState
      icon={IconCoffee}
      title={t('today.allClear.title')}
      hint={t('today.allClear.hint')}
      action={
        <Button component="a" href="#/cases" variant="default">
          {t('today.allClear.action')}
        </Button>
      }
    />
  )
}

function practiceZone(records: ReadModel): string {
  return records.get(practiceId)
    ? practiceOf(records).zone
    : new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A decision needs a name under it: until there is one, Today says so. */
function practiceLines(records: ReadModel, today: string): readonly Line[] {
  // The sample practice lends a made-up name, which signs nothing of one's own.
  const { coordinatorName, sample } = practiceOf(records)
  if (coordinatorName !== '' && sample === undefined) return []
  const isNeeded = records.list('case').some(({ head }) => !head.sample)
  if (!isNeeded) return []
  return [
    {
      key: 'practice',
      kind: 'practice',
      group: 'waiting',
      caseId: null,
      family: '',
      isSample: false,
      place: [],
      facts: {},
      at: null,
      today,
    },
  ]
}
