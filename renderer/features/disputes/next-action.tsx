import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { draftDecision } from '#shared/commands/decisions.ts'
import { formFor } from '#shared/domain/decision/gate.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

interface NextActionProps {
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
}

/** The one next thing to do with a dispute: draft, go on with the draft, or read what was issued. */
export function NextAction({ matter, dispute }: NextActionProps) {
  const decisions = useRecords('decision', matter.id).filter(({ head }) => head.disputeId === dispute.id)
  const draft = decisions.findLast(({ head }) => head.state === 'draft')
  const issued = decisions.findLast(({ head }) => head.state === 'issued')
  const { status } = dispute.head
  if (draft)
    return <LinkTo href={caseHref(matter.id, 'decisions', draft.id)} label={t('disputes.openDraft')} />
  if (issued) {
    const label = t('disputes.openIssued', { title: issued.head.title })
    return <LinkTo href={caseHref(matter.id, 'decisions', issued.id)} label={label} />
  }
  return status === 'raised' || status === 'impasse' ? (
    <DraftButton matter={matter} dispute={dispute} />
  ) : null
}

function LinkTo({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Button component="a" href={href} fullWidth>
      {label}
    </Button>
  )
}

function DraftButton({ matter, dispute }: NextActionProps) {
  const instrument = useRecords('instrument', matter.id).at(-1)
  const draft = useCommand(draftDecision)
  const [, navigate] = useLocation()
  const begin = async () => {
    const result = await draft.run({ dispute: dispute.id })
    if (result.ok) navigate(caseHref(matter.id, 'decisions', result.value.id).slice(1))
  }
  const isDecision = formFor(instrument?.head ?? null) === 'decision'
  return (
    <Button fullWidth onClick={() => void begin()} loading={draft.state === 'running'}>
      {isDecision ? t('disputes.draft') : t('disputes.draftRecommendation')}
    </Button>
  )
}
