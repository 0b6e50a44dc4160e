import { Anchor, Button, Loader, SegmentedControl } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useVault } from '#renderer/data/index.ts'
import type { AuditEntry, HistoryFilter, ReadModel } from '#renderer/data/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import { practiceOf } from '#shared/commands/practice.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { CheckSection } from './check-section.tsx'
import { DayTable } from './day-table.tsx'
import { nameRecord, ownName } from './entry-words.ts'
import { FailedNotice } from './failed-notice.tsx'
import { useHistory } from './use-history.ts'
import classes from './history.module.css'

const allRecords = (model: ReadModel) => model
const kinds = ['all', 'records', 'vault'] as const
type Kind = (typeof kinds)[number]

/** What was done in this vault: all of it, or with an address below this one, of one case or record. */
export function HistoryPart() {
  const [location] = useLocation()
  const filter = filterOf(location)
  const records = useVault(allRecords)
  const zone = useVault((model) => practiceOf(model).zone) || Intl.DateTimeFormat().resolvedOptions().timeZone
  const [kind, setKind] = useState<Kind>('all')
  const { state, entries, showOlder } = useHistory(filter)
  const isWhole = filter.id === undefined && filter.caseId === undefined
  const days = useMemo(
    () =>
      byDay(
        entries.filter((entry) => isOfKind(entry, kind)),
        zone,
      ),
    [entries, kind, zone],
  )
  return (
    <>
      {isWhole && <CheckSection />}
      <Section
        title={titleOf(records, filter)}
        description={t(isWhole ? 'history.lead' : 'history.leadOf')}
        action={!isWhole && <Anchor href="#/safekeeping/history">{t('history.showAll')}</Anchor>}
      >
        {isWhole && (
          <Toolbar label={t('history.filter')}>
            <SegmentedControl
              aria-label={t('history.filter')}
              data={kinds.map((value) => ({ value, label: t(`history.filters.${value}`) }))}
              value={kind}
              onChange={setKind}
            />
          </Toolbar>
        )}
        {days.map(([day, ofDay]) => (
          <DayTable key={day} day={day} entries={ofDay} records={records} zone={zone} only={filter.id} />
        ))}
        {state === 'ready' && days.length === 0 && (
          <EmptyState icon={IconHistory} title={t('history.none.title')} hint={t('history.none.hint')} />
        )}
        {state === 'failed' && <FailedNotice />}
        <div className={classes.end}>
          {state === 'loading' && (
            <Loader size="sm" color="var(--eh-ink-soft)" aria-label={t('history.loading')} />
          )}
          {state === 'ready' && showOlder && (
            <Button variant="default" onClick={showOlder}>
              {t('history.older')}
            </Button>
          )}
        </div>
      </Section>
    </>
  )
}

/** `/safekeeping/history/case/<id>` or `/safekeeping/history/record/<id>`; anything else is the whole history. */
function filterOf(location: string): HistoryFilter {
  const [, , , of, id] = location.split('/')
  if (id === undefined || id === '') return {}
  const decoded = decodeURIComponent(id)
  return of === 'case' ? { caseId: decoded } : of === 'record' ? { id: decoded } : {}
}

function titleOf(records: ReadModel, { id, caseId }: HistoryFilter): string {
  const wanted = id ?? caseId
  if (wanted === undefined) return t('history.title')
  const entry = records.get(wanted)
  if (!entry) return t('history.ofGone')
  return t('history.of', { name: entry.kind === 'case' ? ownName(entry) : nameRecord(records, entry) })
}

function isOfKind({ count, objects }: AuditEntry, kind: Kind): boolean {
  if (kind === 'all') return true
  const ofRecords = objects.length > 0 || count > 64
  return ofRecords === (kind === 'records')
}

function byDay(
  entries: readonly AuditEntry[],
  zone: string,
): readonly (readonly [string, readonly AuditEntry[]])[] {
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const day = dateIn(zone, entry.at)
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(entry)
    else days.set(day, [entry])
  }
  return [...days]
}
