import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { sendNotice } from '#shared/commands/disputes.ts'
import { answerWindowEnd } from '#shared/domain/dispute/heard.ts'
import { dateTimeIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { formatMinute } from '#shared/i18n/refusals.ts'
import type { RecordEntry } from '#shared/records/record.ts'

interface NoticeDialogProps {
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
  readonly onClose: () => void
}

/** Records notice to one parent or to both at once, so that both get the same. */
export function NoticeDialog({ matter, dispute, onClose }: NoticeDialogProps) {
  const { parties, zone } = matter.head
  const [clock] = useState(dateTimeIn(zone, useNow()))
  const send = useCommand(sendNotice)
  const hours = useRecords('instrument', matter.id).at(-1)?.head.answerWindowHours ?? null
  const withoutNotice = parties.filter(
    ({ id }) => !dispute.head.notices.some(({ partyId }) => partyId === id),
  )
  const [chosen, setChosen] = useState(
    (withoutNotice.length > 0 ? withoutNotice : parties).map(({ id }) => id),
  )
  const [day, setDay] = useState<string | null>(clock.slice(0, 10))
  const [time, setTime] = useState<string | null>(clock.slice(11))
  const [answerBy, setAnswerBy] = useState<string | null>(null)
  const [wasSent, setSent] = useState(false)
  const until = day !== null && time !== null ? answerWindowEnd(`${day}T${time}`, hours, zone) : null

  const submit = async () => {
    setSent(true)
    if (chosen.length === 0 || day === null || time === null || (hours === null && answerBy === null)) return
    for (const to of chosen) {
      const notice = { dispute: dispute.id, to, sentAt: `${day}T${time}` }
      const result = await send.run(answerBy === null ? notice : { ...notice, answerBy })
      if (!result.ok) return
    }
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('disputes.notice.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          <Checkbox.Group
            label={t('disputes.notice.to')}
            value={chosen}
            onChange={setChosen}
            error={wasSent && chosen.length === 0 ? t('disputes.notice.nobody') : undefined}
          >
            <Group gap="lg" mt="xs">
              {parties.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Group>
          </Checkbox.Group>
          <FormRow>
            <DateField
              label={t('disputes.notice.on')}
              value={day}
              onChange={setDay}
              today={clock.slice(0, 10)}
              required
            />
            <TimeField
              label={t('disputes.notice.at')}
              value={time}
              onChange={setTime}
              description={t('disputes.notice.atHelp')}
              required
            />
          </FormRow>
          <DateField
            label={t('disputes.notice.answerBy')}
            value={answerBy}
            onChange={setAnswerBy}
            today={clock.slice(0, 10)}
            required={hours === null}
            error={wasSent && hours === null && answerBy === null ? t('ui.date.required') : undefined}
            description={
              until === null
                ? t('disputes.notice.answerByHelp')
                : t('disputes.notice.own', { hours, until: formatMinute(until) })
            }
          />
          <RefusalNotice refusal={send.refusal} parties={parties} />
        </Stack>
        <FormActions>
          <Button type="submit" loading={send.state === 'running'}>
            {t('disputes.notice.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </FormActions>
      </form>
    </Modal>
  )
}
