import { NumberInput } from '@mantine/core'
import { checkMakeUp } from '#shared/domain/parenting-time/arithmetic.ts'
import { formatMinutes } from '#shared/domain/time/minutes.ts'
import { t } from '#shared/i18n/index.ts'
import { DayTimeField } from '../fields/day-time.tsx'
import classes from '../fields/fields.module.css'
import { readCalculation } from './calculation-draft.ts'
import type { MakeUpDraft } from './calculation-draft.ts'

interface MakeUpFieldsProps {
  readonly draft: MakeUpDraft
  readonly zone: string
  readonly onChange: (draft: MakeUpDraft) => void
}

/** A block of make-up time against the minutes that are owed. */
export function MakeUpFields({ draft, zone, onChange }: MakeUpFieldsProps) {
  return (
    <div className={classes.stack}>
      <NumberInput
        label={t('decisions.arithmetic.owed')}
        value={draft.owedMinutes ?? ''}
        min={0}
        max={1_000_000}
        allowDecimal={false}
        hideControls
        onChange={(owed) => onChange({ ...draft, owedMinutes: typeof owed === 'number' ? owed : null })}
      />
      <DayTimeField
        what={t('decisions.arithmetic.from')}
        value={draft.from}
        onChange={(from) => onChange({ ...draft, from })}
      />
      <DayTimeField
        what={t('decisions.arithmetic.to')}
        value={draft.to}
        onChange={(to) => onChange({ ...draft, to })}
      />
      <Check draft={draft} zone={zone} />
    </div>
  )
}

function Check({ draft, zone }: Pick<MakeUpFieldsProps, 'draft' | 'zone'>) {
  const read = readCalculation(draft)
  if (typeof read === 'string' || read.kind !== 'make-up') return null
  const { minutes, difference } = checkMakeUp(zone, read.owedMinutes, read.from, read.to)
  const rest =
    difference === 0
      ? t('decisions.arithmetic.exact')
      : t(difference > 0 ? 'decisions.arithmetic.stillOwed' : 'decisions.arithmetic.tooMuch', {
          minutes: formatMinutes(Math.abs(difference)),
        })
  return (
    <p className={classes.result} role="status">
      <b>{t('decisions.arithmetic.block', { minutes: formatMinutes(minutes) })}</b> {rest}
    </p>
  )
}
