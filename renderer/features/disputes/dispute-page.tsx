import { Skeleton, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useBody, useRecord } from '#renderer/data/index.ts'
import { DisputeFiles } from '#renderer/features/files/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useGoToPart } from '#renderer/ui/use-go-to-part.ts'
import { issueNames } from '#shared/domain/authority/issue-codes.ts'
import { isOpenDispute } from '#shared/domain/dispute/dispute.ts'
import type { DisputeBody } from '#shared/domain/dispute/dispute.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { ClausesSection } from './clauses-section.tsx'
import classes from './dispute-page.module.css'
import { FacilitationSection } from './facilitation-section.tsx'
import { HearingSection } from './hearing-section.tsx'
import { NextSteps } from './next-steps.tsx'
import { QuestionSection } from './question-section.tsx'
import { ReferralSection } from './referral-section.tsx'

interface DisputePageProps {
  readonly matter: RecordEntry<'case'>
  readonly disputeId: string
  /** The part of the page that a link asked for. */
  readonly part: string | undefined
}

/** One dispute: the question, the plan, both parents side by side, the attempt at agreement, and what comes next. */
export function DisputePage({ matter, disputeId, part }: DisputePageProps) {
  const dispute = useRecord('dispute', disputeId)
  const { state, body } = useBody('dispute', disputeId)
  const where = [matter.head.label, t('disputes.title')]
  if (dispute?.caseId !== matter.id)
    return <MissingPage where={where} href={caseHref(matter.id, 'disputes')} back={t('disputes.title')} />
  const place = [...where, t('disputes.number', { number: dispute.head.number })]
  if (body === undefined) {
    return (
      <Page title={dispute.head.title} where={place}>
        {state === 'failed' ? <Failed /> : <Skeleton height="12rem" aria-hidden />}
      </Page>
    )
  }
  return <OpenedDispute matter={matter} dispute={dispute} body={body} part={part} place={place} />
}

interface OpenedDisputeProps {
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
  readonly body: DisputeBody
  readonly part: string | undefined
  readonly place: readonly string[]
}

function OpenedDispute({ matter, dispute, body, part, place }: OpenedDisputeProps) {
  const { head } = dispute
  const canChange = isOpenDispute(head)
  const isWide = useMediaQuery('(min-width: 71.25rem)', true, { getInitialValueInEffect: false })
  useGoToPart(part)
  const parts = { matter, dispute, body, canChange }
  return (
    <Page
      title={head.title}
      where={place}
      lead={<Lead matter={matter} dispute={dispute} />}
      {...(isWide ? { aside: <NextSteps {...parts} /> } : {})}
    >
      <Stack gap="lg">
        {!canChange && <Notice tone="info" title={t(`disputes.locked.${lockedState(head.status)}`)} />}
        {!isWide && <NextSteps {...parts} />}
        <div className={classes.parts} data-locked={!canChange || undefined}>
          <QuestionSection {...parts} />
          <ClausesSection {...parts} />
          <HearingSection {...parts} />
          <FacilitationSection {...parts} />
          <ReferralSection {...parts} />
          <DisputeFiles caseId={matter.id} disputeId={dispute.id} />
        </div>
      </Stack>
    </Page>
  )
}

function Lead({
  matter,
  dispute,
}: {
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
}) {
  const { issue, raisedBy, raisedOn } = dispute.head
  const party = matter.head.parties.find(({ id }) => id === raisedBy)
  const date = formatDate(raisedOn)
  const raised = party
    ? t('disputes.raisedByOn', { name: party.name, date })
    : t('disputes.raisedOn', { date })
  return (
    <>
      {issue} {issueNames[issue]}. {raised}.
    </>
  )
}

function Failed() {
  return (
    <Notice
      tone="danger"
      title={t('disputes.bodyFailed.title')}
      kept={t('disputes.bodyFailed.kept')}
      next={t('disputes.bodyFailed.next')}
    />
  )
}

function lockedState(status: RecordEntry<'dispute'>['head']['status']) {
  return status === 'decided' || status === 'recommended' || status === 'referred' ? status : 'closed'
}
