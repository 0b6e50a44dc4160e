import { Button, Radio, Stack, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { execute, useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { recordFacilitation, updateDispute } from '#shared/commands/disputes.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { AgreedTerms } from './agreed-terms.tsx'
import type { DisputeParts } from './parts.ts'

const outcomes = ['agreed', 'partly-agreed', 'impasse', 'urgent'] as const
type Outcome = (typeof outcomes)[number]

/** Records how the attempt at agreement ended. The points that were agreed save themselves while they are typed. */
export function OutcomeForm({
  matter,
  dispute,
  body,
  onDone,
}: DisputeParts & { readonly onDone: () => void }) {
  const today = dateIn(matter.head.zone, useNow())
  const record = useCommand(recordFacilitation)
  const before = dispute.head.facilitation
  const [outcome, setOutcome] = useState<Outcome | null>(before?.outcome ?? null)
  const [on, setOn] = useState<string | null>(before?.on ?? today)
  const [reason, setReason] = useState(before?.outcome === 'urgent' ? before.reason : '')
  const [wasSent, setSent] = useState(false)
  const terms = useDraft<readonly string[]>({
    saved: body.agreedTerms,
    save: (points) =>
      execute(updateDispute, {
        dispute: dispute.id,
        agreedTerms: points.filter((point) => point.trim() !== ''),
      }),
  })
  const isAgreement = outcome === 'agreed' || outcome === 'partly-agreed'

  const submit = async () => {
    setSent(true)
    if (outcome === null || on === null || !(await terms.flush())) return
    const result = await record.run({
      dispute: dispute.id,
      outcome,
      on,
      ...(outcome === 'urgent' && reason.trim() !== '' ? { reason } : {}),
    })
    if (result.ok) onDone()
  }

  return (
    <Stack gap="md" role="group" aria-label={t('disputes.facilitation.outcome')}>
      <Radio.Group
        label={t('disputes.facilitation.outcome')}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? null)}
        error={wasSent && outcome === null ? t('disputes.facilitation.choose') : undefined}
      >
        <Group gap="lg" mt="xs">
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={t(`disputes.facilitation.outcomes.${each}`)} />
          ))}
        </Group>
      </Radio.Group>
      {isAgreement && (
        <AgreedTerms points={terms.value} onChange={terms.change} onBlur={() => void terms.flush()} />
      )}
      {outcome === 'urgent' && (
        <TextInput
          label={t('disputes.facilitation.reason')}
          value={reason}
          required
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {outcome !== null && (
        <DateField
          label={t('disputes.facilitation.on')}
          value={on}
          onChange={setOn}
          today={today}
          required
          error={wasSent && on === null ? t('disputes.facilitation.dateMissing') : undefined}
        />
      )}
      <RefusalNotice refusal={terms.problem ?? record.refusal} parties={matter.head.parties} />
      <Group gap="sm">
        <Button
          variant={outcome === null ? 'default' : 'light'}
          onClick={() => void submit()}
          loading={record.state === 'running'}
        >
          {t('disputes.facilitation.save')}
        </Button>
        {before && (
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
