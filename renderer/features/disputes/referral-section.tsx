import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { referDispute } from '#shared/commands/disputes.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { DisputeParts } from './parts.ts'

/** The way out for what is not the coordinator's to settle: closed as referred, never as decided. */
export function ReferralSection(parts: DisputeParts) {
  const { dispute, canChange } = parts
  const { referral } = dispute.head
  const [isOpened, setOpened] = useState(false)
  if (!referral && !canChange) return null
  return (
    <div data-part="referral">
      <Section title={t('disputes.referral.title')} description={t('disputes.referral.description')}>
        {referral && (
          <Notice
            tone="info"
            title={t('disputes.referral.done', {
              to: t(`disputes.referral.targets.${referral.to}`),
              date: formatDate(referral.on),
            })}
            next={referral.reason}
          />
        )}
        {!referral && !isOpened && (
          <Button variant="default" onClick={() => setOpened(true)}>
            {t('disputes.referral.open')}
          </Button>
        )}
        {!referral && isOpened && <ReferralForm {...parts} onClose={() => setOpened(false)} />}
      </Section>
    </div>
  )
}

const targets = [
  'mediation',
  'counsel-or-court',
  'therapist',
  'child-protection',
  'police',
  'other-professional',
] as const

function ReferralForm({ matter, dispute, onClose }: DisputeParts & { readonly onClose: () => void }) {
  const today = dateIn(matter.head.zone, useNow())
  const refer = useCommand(referDispute)
  const [to, setTo] = useState<(typeof targets)[number]>('mediation')
  const [on, setOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const submit = () => {
    setSent(true)
    if (on !== null && reason.trim() !== '') void refer.run({ dispute: dispute.id, to, on, reason })
  }
  return (
    <Stack gap="md">
      <FormRow>
        <Select
          label={t('disputes.referral.to')}
          description={' '}
          value={to}
          data={targets.map((value) => ({ value, label: t(`disputes.referral.targets.${value}`) }))}
          onChange={(value) => setTo(targets.find((each) => each === value) ?? 'mediation')}
        />
        <DateField label={t('disputes.referral.on')} value={on} onChange={setOn} today={today} required />
      </FormRow>
      <TextInput
        label={t('disputes.referral.reason')}
        value={reason}
        required
        maxLength={500}
        autoComplete="off"
        error={wasSent && reason.trim() === '' ? t('disputes.referral.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusalNotice refusal={refer.refusal} parties={matter.head.parties} />
      <FormActions>
        <Button variant="light" onClick={submit} loading={refer.state === 'running'}>
          {t('disputes.referral.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </FormActions>
    </Stack>
  )
}
