import { Anchor, Button } from '@mantine/core'
import { useMemo } from 'react'
import { useVault, type ReadModel } from '#renderer/data/index.ts'
import { caseHref, historyHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { profileOf } from '#shared/commands/profiles.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { Glance } from './glance/glance.tsx'

import { PrivateNote } from './note/private-note.tsx'
import { findCase, standingOf, type CaseStanding } from './queries.ts'
import { Road } from './road/road.tsx'
import classes from './overview.module.css'
import { Standing } from './standing/standing.tsx'
import { Warnings } from './warnings/warnings.tsx'
import { WhoIsWho } from './who/who-is-who.tsx'

const allRecords = (model: ReadModel) => model

/** One case at a glance: who is who, where it stands, what comes next. */
export function OverviewPage({ caseId }: { readonly caseId: string }) {
  const records = useVault(allRecords)
  const now = useNow()
  const standing = useMemo(() => {
    const entry = findCase(records, caseId)
    return entry && standingOf(records, entry, now)
  }, [records, caseId, now])
  if (!standing) return <MissingPage where={[t('cases.title')]} href="#/cases" back={t('cases.allCases')} />
  const { entry } = standing
  const isBeginning = entry.head.activatedOn === null && entry.head.status.state === 'open'
  return (
    <Page
      title={entry.head.label}
      where={[entry.head.label, t('cases.overview.title')]}
      lead={leadOf(standing)}
      action={
        entry.head.activatedOn !== null && entry.head.status.state === 'open' ? (
          <Button component="a" href={caseHref(caseId, 'disputes')}>
            {t('cases.overview.toDisputes')}
          </Button>
        ) : undefined
      }
    >
      {entry.head.sample && (
        <div className={classes.sample}>
          <Notice tone="info" title={t('cases.overview.sample')} />
        </div>
      )}
      {isBeginning && <Road standing={standing} />}
      {!isBeginning && <Glance records={records} standing={standing} />}
      <WhoIsWho standing={standing} />
      <Warnings standing={standing} />
      <PrivateNote caseId={caseId} />
      <Standing standing={standing} />
      <p>
        <Anchor href={historyHref('case', caseId)}>{t('history.linkCase')}</Anchor>
      </p>
    </Page>
  )
}

function leadOf({ entry, stage }: CaseStanding): string {
  const place = profileOf(entry.head.profileId).name
  const { activatedOn } = entry.head
  if (stage === 'active' && activatedOn !== null)
    return t('cases.overview.leadActive', { date: formatDate(activatedOn), place })
  return t('cases.overview.lead', { stage: t(`cases.stages.${stage}`), place })
}
