import { useRecord } from '#renderer/data/index.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { usePathBelow } from '#renderer/ui/use-path-below.ts'
import { t } from '#shared/i18n/index.ts'
import { DisputeList } from './dispute-list.tsx'
import { DisputePage } from './dispute-page.tsx'
import { NewDispute } from './new-dispute.tsx'

/** The disputes of a case: the list, a new one, or one of them. */
export function DisputesPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const [disputeId, part] = usePathBelow()
  if (!matter) return <MissingPage where={[t('disputes.title')]} href="#/cases" back={t('shell.cases')} />
  if (disputeId === 'new') return <NewDispute matter={matter} />
  if (disputeId === undefined) return <DisputeList matter={matter} />
  return <DisputePage key={disputeId} matter={matter} disputeId={disputeId} part={part} />
}
