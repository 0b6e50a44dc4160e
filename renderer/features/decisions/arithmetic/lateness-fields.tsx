import { Button, NumberInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { DateField } from '#renderer/ui/date-field.tsx'
import { tallyLateness } from '#shared/domain/parenting-time/arithmetic.ts'
import { addDays } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../fields/fields.module.css'
import { RemoveButton } from '../fields/row-button.tsx'
import type { LatenessDraft } from './calculation-draft.ts'
import styles from './lateness.module.css'

interface LatenessFieldsProps {
  readonly draft: LatenessDraft
  readonly onChange: (draft: LatenessDraft) => void
}

/** Exchange by exchange, with the sum below. */
export function LatenessFields({ draft, onChange }: LatenessFieldsProps) {
  const { rows } = draft
  const change = (index: number, part: Partial<LatenessDraft['rows'][number]>) => {
    const row = rows[index]
    if (row) onChange({ ...draft, rows: rows.with(index, { ...row, ...part }) })
  }
  const add = () => {
    const last = rows.at(-1)?.on ?? null
    // Exchanges usually come a week apart; the day can be changed.
    onChange({ ...draft, rows: [...rows, { on: last === null ? null : addDays(last, 7), minutes: null }] })
  }
  return (
    <div className={classes.stack}>
      {rows.map((row, index) => (
        <div key={index} className={styles.exchange}>
          <DateField
            label={t('decisions.arithmetic.exchange', { number: index + 1 })}
            description=""
            value={row.on}
            onChange={(on) => change(index, { on })}
          />
          <NumberInput
            label={t('decisions.arithmetic.minutes')}
            value={row.minutes ?? ''}
            min={0}
            max={100_000}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={(minutes) => change(index, { minutes: typeof minutes === 'number' ? minutes : null })}
          />
          <RemoveButton
            label={t('decisions.arithmetic.removeRow', { number: index + 1 })}
            onClick={() => onChange({ ...draft, rows: rows.toSpliced(index, 1) })}
          />
        </div>
      ))}
      <Sum draft={draft} />
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={add}
      >
        {t('decisions.arithmetic.addRow')}
      </Button>
    </div>
  )
}

function Sum({ draft }: { readonly draft: LatenessDraft }) {
  const complete = draft.rows.flatMap(({ on, minutes }) =>
    on === null || minutes === null ? [] : [{ on, minutes }],
  )
  if (complete.length === 0) return null
  const tally = tallyLateness(complete)
  return (
    <div className={classes.result} role="status">
      <p>
        <b>{tally.formula}</b>
      </p>
      <p>{t('decisions.arithmetic.late', { late: tally.late, all: tally.exchanges })}</p>
    </div>
  )
}
