import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { execute } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FieldGroup, FormRow } from '#renderer/ui/form-parts.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDecision } from '#shared/commands/decision-content.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import { dayTimeOf, minuteOf, noDayTime } from './day-time.tsx'
import type { DayTime } from './day-time.tsx'
import classes from './fields.module.css'
import { RemoveButton } from './row-button.tsx'

interface Recipient {
  readonly to: string
  readonly how: string
  readonly at: DayTime
}

/** Who gets the document, how and when: both parents and counsel at the same time. */
export function DeliverySection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter, body } = reading.setting
  const list = useDraft<readonly Recipient[]>({
    saved: body.content.delivery.map(({ to, how, at }) => ({ to, how, at: dayTimeOf(at) })),
    save: (rows) =>
      execute(updateDecision, {
        decision: decision.id,
        delivery: rows
          .filter(({ to }) => to.trim() !== '')
          .map(({ to, how, at }) => ({ to, how, at: minuteOf(at) })),
      }),
  })
  const rows = list.value
  return (
    <div data-part="delivery" className={classes.part}>
      <Section title={t('decisions.delivery.title')} description={t('decisions.delivery.description')}>
        <Stack gap="lg">
          {rows.map((row, index) => (
            // A recipient has no name but its place while it is typed.
            <RecipientFields
              key={index}
              number={index + 1}
              row={row}
              onChange={(next) => list.change(rows.with(index, next))}
              onBlur={() => void list.flush()}
              onRemove={() => list.change(rows.toSpliced(index, 1))}
            />
          ))}
          <Group gap="sm">
            {rows.length === 0 && (
              <Button variant="default" onClick={() => list.change(everyone(matter.head))}>
                {t('decisions.delivery.fill')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
              onClick={() => list.change([...rows, { to: '', how: '', at: noDayTime }])}
            >
              {t('decisions.delivery.add')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </div>
  )
}

interface RecipientFieldsProps {
  readonly number: number
  readonly row: Recipient
  readonly onChange: (row: Recipient) => void
  readonly onBlur: () => void
  readonly onRemove: () => void
}

function RecipientFields({ number, row, onChange, onBlur, onRemove }: RecipientFieldsProps) {
  return (
    <div className={classes.row} onBlur={onBlur}>
      <FieldGroup legend={t('decisions.delivery.recipient', { number })}>
        <FormRow>
          <TextInput
            label={t('decisions.delivery.to')}
            value={row.to}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => onChange({ ...row, to: event.currentTarget.value })}
          />
          <TextInput
            label={t('decisions.delivery.how')}
            value={row.how}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => onChange({ ...row, how: event.currentTarget.value })}
          />
        </FormRow>
        <FormRow>
          <DateField
            label={t('decisions.delivery.day')}
            description=""
            value={row.at.day}
            onChange={(day) => onChange({ ...row, at: { ...row.at, day } })}
          />
          <TimeField
            label={t('decisions.delivery.time')}
            value={row.at.time}
            onChange={(time) => onChange({ ...row, at: { ...row.at, time } })}
          />
        </FormRow>
      </FieldGroup>
      <RemoveButton label={t('decisions.delivery.remove', { number })} onClick={onRemove} />
    </div>
  )
}

function everyone({ parties, counsel }: CaseHead): readonly Recipient[] {
  return [...parties, ...counsel].map(({ name }) => ({
    to: name,
    how: t('decisions.delivery.byEmail'),
    at: noDayTime,
  }))
}
