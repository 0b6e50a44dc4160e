import { Button, Checkbox, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useRecords } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { SessionMethod, SessionPurpose } from '#shared/domain/session/session.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

export interface SessionDetails {
  readonly heldOn: string
  readonly startTime: string
  readonly minutes: number
  readonly method: (typeof SessionMethod.options)[number]
  readonly purpose: (typeof SessionPurpose.options)[number]
  readonly present: string[]
  readonly others: string
  readonly disputes: string[]
}

interface DetailsFormProps {
  readonly matter: RecordEntry<'case'>
  readonly start: SessionDetails
  readonly today: string
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly hasLength: boolean
  /** Why the last try was refused. */
  readonly refused: ReactNode
  readonly onSubmit: (details: SessionDetails) => void
  readonly onCancel: () => void
}

/** When, how, who and about what: the facts at the head of a session. */
export function DetailsForm(props: DetailsFormProps) {
  const { matter, start, today, submitLabel, isBusy, hasLength, refused, onSubmit, onCancel } = props
  const [heldOn, setHeldOn] = useState<string | null>(start.heldOn)
  const [startTime, setStartTime] = useState<string | null>(start.startTime)
  const [rest, setRest] = useState(start)
  const change = (part: Partial<SessionDetails>) => setRest({ ...rest, ...part })
  const submit = () => {
    if (heldOn !== null && startTime !== null) onSubmit({ ...rest, heldOn, startTime })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="md">
        <FormRow>
          <DateField
            label={t('sessions.form.date')}
            value={heldOn}
            onChange={setHeldOn}
            today={today}
            required
          />
          <TimeField
            label={t('sessions.form.time')}
            description={t('sessions.form.timeHelp')}
            value={startTime}
            onChange={setStartTime}
            error={startTime === null ? t('sessions.form.timeMissing') : undefined}
            required
          />
        </FormRow>
        <FormRow>
          <Select
            label={t('sessions.form.purpose')}
            value={rest.purpose}
            data={SessionPurpose.options.map((value) => ({ value, label: t(`sessions.purposes.${value}`) }))}
            onChange={(value) =>
              change({ purpose: SessionPurpose.options.find((each) => each === value) ?? rest.purpose })
            }
          />
          <Select
            label={t('sessions.form.method')}
            value={rest.method}
            data={SessionMethod.options.map((value) => ({ value, label: t(`sessions.methods.${value}`) }))}
            onChange={(value) =>
              change({ method: SessionMethod.options.find((each) => each === value) ?? rest.method })
            }
          />
        </FormRow>
        {hasLength && (
          <NumberInput
            label={t('sessions.form.minutes')}
            description={t('sessions.form.minutesHelp')}
            value={rest.minutes}
            min={0}
            max={1440}
            allowDecimal={false}
            onChange={(value) => change({ minutes: typeof value === 'number' ? value : 0 })}
          />
        )}
        <People matter={matter} present={rest.present} onChange={(present) => change({ present })} />
        <TextInput
          label={t('sessions.form.others')}
          description={t('sessions.form.othersHelp')}
          value={rest.others}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ others: event.currentTarget.value })}
        />
        <Disputes matter={matter} chosen={rest.disputes} onChange={(disputes) => change({ disputes })} />
        {refused}
      </Stack>
      <FormActions>
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}

interface ChoiceProps {
  readonly matter: RecordEntry<'case'>
  readonly onChange: (ids: string[]) => void
}

function People({ matter, present, onChange }: ChoiceProps & { readonly present: string[] }) {
  return (
    <Checkbox.Group label={t('sessions.form.present')} value={present} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {matter.head.parties.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function Disputes({ matter, chosen, onChange }: ChoiceProps & { readonly chosen: string[] }) {
  const disputes = useRecords('dispute', matter.id).filter(
    ({ id, head }) => chosen.includes(id) || ['raised', 'impasse', 'agreed'].includes(head.status),
  )
  return (
    <Checkbox.Group
      label={t('sessions.form.disputes')}
      description={disputes.length === 0 ? t('sessions.form.noDisputes') : undefined}
      value={chosen}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {disputes.map(({ id, head }) => (
          <Checkbox key={id} value={id} label={`${head.number}. ${head.title}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
