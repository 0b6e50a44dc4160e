import { Checkbox, NumberInput, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { execute } from '#renderer/data/index.ts'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { setReallocation } from '#shared/commands/decision-content.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import { DraftText } from './draft-text.tsx'
import classes from './fields.module.css'

interface Shift {
  readonly party: string
  readonly percent: number
  readonly reason: string
}

/** Fees for this issue: the agreed split, or a shift of it with its reason. */
export function FeesSection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter, body } = reading.setting
  const { reallocation } = body.content
  const [isShifting, setShifting] = useState(reallocation !== null)
  const toggle = (isOn: boolean) => {
    setShifting(isOn)
    if (!isOn) void execute(setReallocation, { decision: decision.id, reallocation: null })
  }
  return (
    <div data-part="fees" className={classes.part}>
      <Section title={t('decisions.fees.title')}>
        <Stack gap="md">
          <DraftText
            reading={reading}
            name="feesText"
            label={t('decisions.fees.text')}
            description={t('decisions.fees.textHelp')}
            minRows={2}
          />
          <Checkbox
            label={t('decisions.fees.shift')}
            description={t('decisions.fees.shiftHelp')}
            checked={isShifting}
            onChange={(event) => toggle(event.currentTarget.checked)}
          />
          {isShifting && (
            <ShiftFields
              decisionId={decision.id}
              parties={matter.head.parties}
              start={
                reallocation
                  ? {
                      party: reallocation.partyId,
                      percent: reallocation.percent,
                      reason: reallocation.reason,
                    }
                  : undefined
              }
            />
          )}
        </Stack>
      </Section>
    </div>
  )
}

interface ShiftFieldsProps {
  readonly decisionId: string
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly start: Shift | undefined
}

function ShiftFields({ decisionId, parties, start }: ShiftFieldsProps) {
  const shift = useDraft<Shift>({
    saved: start ?? { party: parties[0]?.id ?? '', percent: 100, reason: '' },
    save: (reallocation) => execute(setReallocation, { decision: decisionId, reallocation }),
  })
  const { value } = shift
  return (
    <Stack gap="md">
      <FormRow>
        <Select
          label={t('decisions.fees.party')}
          value={value.party}
          data={parties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(party) => shift.change({ ...value, party: party ?? value.party })}
        />
        <NumberInput
          label={t('decisions.fees.percent')}
          value={value.percent}
          min={0}
          max={100}
          onChange={(percent) =>
            shift.change({ ...value, percent: typeof percent === 'number' ? percent : 0 })
          }
        />
      </FormRow>
      <LongTextArea
        label={t('decisions.fees.reason')}
        minRows={2}
        value={value.reason}
        onChange={(reason) => shift.change({ ...value, reason })}
        onBlur={() => void shift.flush()}
      />
      <RefusalNotice refusal={shift.problem} parties={parties} />
    </Stack>
  )
}
