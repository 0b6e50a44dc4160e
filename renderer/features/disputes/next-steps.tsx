import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { GateList } from '#renderer/ui/gate-list.tsx'
import type { GateItem } from '#renderer/ui/gate-list.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { closeDispute } from '#shared/commands/disputes.ts'
import { hearings } from '#shared/domain/dispute/heard.ts'
import type { Hearing } from '#shared/domain/dispute/heard.ts'
import { t } from '#shared/i18n/index.ts'
import { formatMinute } from '#shared/i18n/refusals.ts'
import { NextAction } from './next-action.tsx'
import classes from './next-steps.module.css'
import type { DisputeParts } from './parts.ts'
import { StatusWord } from './status-word.tsx'

/** Beside the page: the state of the dispute and each step on its way, done or still to do. */
export function NextSteps(parts: DisputeParts) {
  const now = useNow()
  const { dispute } = parts
  const canClose = ['agreed', 'decided', 'recommended'].includes(dispute.head.status)
  return (
    <section className={classes.panel} aria-labelledby="next-steps">
      <header className={classes.header}>
        <h2 id="next-steps" className={classes.title}>
          {t('disputes.next.title')}
        </h2>
        <StatusWord status={dispute.head.status} />
      </header>
      <GateList items={stepsOf(parts, now)} />
      <div className={classes.action}>
        <NextAction matter={parts.matter} dispute={dispute} />
      </div>
      {canClose && <CloseButton disputeId={dispute.id} />}
    </section>
  )
}

function CloseButton({ disputeId }: { readonly disputeId: string }) {
  const close = useCommand(closeDispute)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button variant="default" fullWidth mt="sm" onClick={() => setAsked(true)}>
        {t('disputes.close')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('disputes.closeTitle')}
        body={t('disputes.closeBody')}
        confirmLabel={t('disputes.close')}
        loading={close.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void close.run({ dispute: disputeId }).then(() => setAsked(false))}
      />
    </>
  )
}

function stepsOf(parts: DisputeParts, now: string): readonly GateItem[] {
  const { matter, dispute, body, canChange } = parts
  const { head } = dispute
  const href = (part: string) => (canChange ? caseHref(matter.id, 'disputes', dispute.id, part) : undefined)
  const isCited = head.clauseIds.length > 0 || (head.planIsSilent && body.silentReason.trim() !== '')
  const outcome = head.facilitation?.outcome
  return [
    step(
      'question',
      body.question.trim() !== '',
      t('disputes.next.question'),
      t('disputes.next.questionMissing'),
      href('question'),
    ),
    step('plan', isCited, t('disputes.next.plan'), t('disputes.next.planMissing'), href('plan')),
    ...hearings(head, matter.head.parties, now, matter.head.zone).map((hearing) =>
      hearingStep(parts, hearing, href('hearing')),
    ),
    step(
      'facilitation',
      outcome !== undefined,
      outcome === undefined
        ? ''
        : t('disputes.next.facilitation', {
            outcome: t(`disputes.facilitation.outcomes.${outcome}`).toLowerCase(),
          }),
      t('disputes.next.facilitationMissing'),
      href('facilitation'),
    ),
  ]
}

function hearingStep({ matter }: DisputeParts, hearing: Hearing, href: string | undefined): GateItem {
  const name = matter.head.parties.find(({ id }) => id === hearing.partyId)?.name ?? ''
  const code = `heard-${hearing.partyId}`
  switch (hearing.state) {
    case 'heard':
      return step(code, true, t('disputes.next.heard', { name }), '', href)
    case 'silent':
      return step(code, true, t('disputes.next.silent', { name }), '', href)
    case 'no-notice':
      return step(code, false, '', t('disputes.next.noticeMissing', { name }), href)
    case 'window-open':
      return step(
        code,
        false,
        '',
        t('disputes.next.heardMissing', { name, until: formatMinute(hearing.answerBy) }),
        href,
      )
  }
}

function step(
  code: string,
  isDone: boolean,
  done: string,
  missing: string,
  href: string | undefined,
): GateItem {
  return {
    code,
    state: isDone ? 'done' : 'missing',
    sentence: isDone ? done : missing,
    ...(href === undefined ? {} : { href, linkLabel: t('disputes.next.go') }),
  }
}
