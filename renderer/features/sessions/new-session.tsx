import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Page } from '#renderer/ui/page.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { openSession } from '#shared/commands/sessions.ts'
import { dateTimeIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { DetailsForm } from './details-form.tsx'
import type { SessionDetails } from './details-form.tsx'

/** Begins a session: today, now, with both parents, about what is open. */
export function NewSession({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const clock = dateTimeIn(matter.head.zone, useNow())
  const [, navigate] = useLocation()
  const open = useCommand(openSession)
  const disputes = useRecords('dispute', matter.id)
  const [start] = useState<SessionDetails>(() => ({
    heldOn: clock.slice(0, 10),
    startTime: clock.slice(11),
    minutes: 0,
    method: 'in-person',
    purpose: 'facilitation',
    present: matter.head.parties.map(({ id }) => id),
    others: '',
    disputes: disputes.filter(({ head }) => head.status === 'raised').map(({ id }) => id),
  }))
  const begin = async (details: SessionDetails) => {
    const result = await open.run({ case: matter.id, ...details })
    if (result.ok) navigate(caseHref(matter.id, 'sessions', result.value.id).slice(1), { replace: true })
  }
  return (
    <Page
      title={t('sessions.form.title')}
      where={[matter.head.label, t('sessions.title')]}
      lead={t('sessions.form.lead')}
      width="reading"
    >
      <DetailsForm
        matter={matter}
        start={start}
        today={clock.slice(0, 10)}
        submitLabel={t('sessions.form.begin')}
        isBusy={open.state === 'running'}
        hasLength={false}
        refused={<Refused caseId={matter.id} refusal={open.refusal} />}
        onSubmit={(details) => void begin(details)}
        onCancel={() => navigate(caseHref(matter.id, 'sessions').slice(1))}
      />
    </Page>
  )
}

interface RefusedProps {
  readonly caseId: string
  readonly refusal: Readonly<{ code: string; [fact: string]: unknown }> | undefined
}

function Refused({ caseId, refusal }: RefusedProps) {
  if (!refusal) return null
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {refusal.code.startsWith('conflict') && (
        <Anchor href={caseHref(caseId)}>{t('sessions.conflict.open')}</Anchor>
      )}
    </>
  )
}
