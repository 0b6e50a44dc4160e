import { Select } from '@mantine/core'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { splitBreak } from '#shared/domain/parenting-time/arithmetic.ts'
import { formatMinutes } from '#shared/domain/time/minutes.ts'
import { t } from '#shared/i18n/index.ts'
import { formatMinute } from '#shared/i18n/refusals.ts'
import { DayTimeField } from '../fields/day-time.tsx'
import classes from '../fields/fields.module.css'
import { readCalculation } from './calculation-draft.ts'
import type { SplitDraft } from './calculation-draft.ts'

interface SplitFieldsProps {
  readonly draft: SplitDraft
  readonly matter: CaseHead
  readonly onChange: (draft: SplitDraft) => void
}

/** A break divided at an exchange, with the exact midpoint and the nights beside it. */
export function SplitFields({ draft, matter, onChange }: SplitFieldsProps) {
  const parties = matter.parties.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={classes.stack}>
      <DayTimeField
        what={t('decisions.arithmetic.start')}
        value={draft.start}
        onChange={(start) => onChange({ ...draft, start })}
      />
      <DayTimeField
        what={t('decisions.arithmetic.end')}
        value={draft.end}
        onChange={(end) => onChange({ ...draft, end })}
      />
      <DayTimeField
        what={t('decisions.arithmetic.exchangeAt')}
        value={draft.exchangeAt}
        onChange={(exchangeAt) => onChange({ ...draft, exchangeAt })}
      />
      <FormRow>
        <Select
          label={t('decisions.arithmetic.first')}
          value={draft.first}
          data={parties}
          onChange={(first) => onChange({ ...draft, first: first ?? draft.first })}
        />
        <Select
          label={t('decisions.arithmetic.second')}
          value={draft.second}
          data={parties}
          onChange={(second) => onChange({ ...draft, second: second ?? draft.second })}
        />
      </FormRow>
      <Shares draft={draft} matter={matter} />
    </div>
  )
}

function Shares({ draft, matter }: Pick<SplitFieldsProps, 'draft' | 'matter'>) {
  const read = readCalculation(draft)
  if (typeof read === 'string' || read.kind !== 'split') return null
  const split = splitBreak(matter.zone, read.start, read.end, read.exchangeAt)
  const nameOf = (partyId: string) => matter.parties.find(({ id }) => id === partyId)?.name ?? ''
  const share = (partyId: string, minutes: number, nights: number) =>
    t('decisions.arithmetic.share', { name: nameOf(partyId), length: formatMinutes(minutes), nights })
  return (
    <div className={classes.result} role="status">
      <p>
        {t('decisions.arithmetic.whole', {
          length: formatMinutes(split.totalMinutes),
          nights: split.totalNights,
        })}
      </p>
      <p>
        <b>{t('decisions.arithmetic.midpoint', { when: formatMinute(split.midpoint) })}</b>
      </p>
      <p>{share(read.first, split.firstMinutes, split.firstNights)}</p>
      <p>{share(read.second, split.secondMinutes, split.secondNights)}</p>
    </div>
  )
}
