import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useRecord, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { ProposalView } from './proposal/proposal-view.tsx'
import type { ReadFile } from './start/use-reading.ts'
import { SavedPlan } from './saved/saved-plan.tsx'
import { PlanStart } from './start/plan-start.tsx'

/** The plan of a case: read in, mended before it is kept, and then at hand clause by clause. */
export function PlanPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const plans = useRecords('plan', caseId)
  const [read, setRead] = useState<ReadFile | undefined>(undefined)
  const [, params] = useRoute('/cases/:caseId/plan/:part?')
  const [, navigate] = useLocation()
  if (!matter) return <MissingPage where={[t('plan.title')]} href="#/cases" back={t('shell.cases')} />
  const where = [matter.head.label, t('plan.title')]
  const today = dateIn(matter.head.zone, new Date().toISOString())
  const part = params?.part
  const show = (id: string | undefined) => {
    setRead(undefined)
    navigate(caseHref(caseId, 'plan', ...(id === undefined ? [] : [id])).slice(1))
  }

  if (read !== undefined)
    return (
      <ProposalView
        key={read.source.sha256}
        caseId={caseId}
        where={where}
        today={today}
        file={read}
        onKept={show}
        onDropped={() => setRead(undefined)}
      />
    )
  const shown =
    plans.find(({ id }) => id === part) ??
    plans.findLast(({ head }) => head.clauses.some(({ id }) => id === part)) ??
    plans.at(-1)
  if (!shown || part === 'new')
    return (
      <PlanStart
        caseId={caseId}
        where={where}
        today={today}
        hasPlan={shown !== undefined}
        onRead={setRead}
        onTyped={show}
      />
    )
  return <SavedPlan key={shown.id} where={where} entry={shown} plans={plans} clauseId={part} />
}
