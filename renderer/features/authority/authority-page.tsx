import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useRecord, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './authority.module.css'
import { InstrumentForm } from './instrument-form.tsx'
import { InstrumentState } from './instrument-state.tsx'
import { OnFile } from './on-file.tsx'
import { shownFirst, viewInstrument } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { useScrollToPart } from './use-scroll-to-part.ts'

/** The authority of a case: its instruments over time, and everything that one of them says. */
export function AuthorityPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const instruments = useRecords('instrument', caseId)
  const decisions = useRecords('decision', caseId)
  const now = useNow()
  const [, params] = useRoute('/cases/:caseId/authority/*?')
  const [, navigate] = useLocation()
  const [part, place] = (params?.['*'] ?? '').split('/')
  useScrollToPart(place)
  const views = useMemo(
    () => (matter ? instruments.map((entry) => viewInstrument(entry, matter.head, decisions, now)) : []),
    [matter, instruments, decisions, now],
  )
  if (!matter) return <MissingPage where={[t('authority.title')]} href="#/cases" back={t('shell.cases')} />
  const where = [matter.head.label, t('authority.title')]
  const shown = views.find(({ entry }) => entry.id === part) ?? shownFirst(views)

  if (!shown || part === 'new') {
    return (
      <Page
        title={shown ? t('authority.recordTitle') : t('authority.title')}
        where={where}
        lead={shown ? t('authority.leadNew') : t('authority.leadNone')}
        width="reading"
      >
        <RecordForm
          caseId={caseId}
          today={dateIn(matter.head.zone, now)}
          onRecorded={(id) => navigate(caseHref(caseId, 'authority', id).slice(1))}
          {...(shown ? { cancelHref: caseHref(caseId, 'authority') } : {})}
        />
      </Page>
    )
  }
  return (
    <Page
      title={t('authority.title')}
      where={where}
      lead={shown.isCited ? t('authority.leadCited') : t('authority.lead')}
      action={
        <Button component="a" variant="default" href={caseHref(caseId, 'authority', 'new')}>
          {t('authority.recordAnother')}
        </Button>
      }
    >
      <div className={classes.layout}>
        <div className={classes.beside}>
          <InstrumentState view={shown} />
          {views.length > 1 && <OnFile caseId={caseId} views={views} shownId={shown.entry.id} />}
        </div>
        <InstrumentForm key={shown.entry.id} view={shown} />
      </div>
    </Page>
  )
}
