import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import type { InstrumentView } from '../queries.ts'
import { tickDelayMs, usePart } from '../use-part.ts'
import { ChoicePart } from './choice-part.tsx'
import { readPercent } from './number-problem.ts'

type Shares = Readonly<Record<string, string>>
const reallocations = ['not-allowed', 'after-written-warning', 'allowed'] as const

/** Who pays which share, and whether fees may be shifted. With two people the second share follows the first. */
export function FeesPart({ view: { entry, matter } }: { readonly view: InstrumentView }) {
  const { head, id } = entry
  const { parties } = matter
  const [shares, setShares] = useState<Shares>(() =>
    Object.fromEntries(head.feeSplit.map(({ partyId, percent }) => [partyId, String(percent)])),
  )
  const split = usePart<Shares>(id, shares, (value) => ({ feeSplit: percents(value) }))
  const reallocation = usePart(id, head.reallocation, (value) => ({ reallocation: value }), tickDelayMs)
  const sum = Object.values(percents(shares)).reduce((total, percent) => total + percent, 0)
  const isWhole = Math.abs(sum - 100) < 0.01
  const put = (next: Shares) => {
    setShares(next)
    const total = Object.values(percents(next)).reduce((all, percent) => all + percent, 0)
    if (Math.abs(total - 100) < 0.01) split.change(next)
  }
  const type = (partyId: string, typed: string) => {
    const other = parties.length === 2 ? parties.find((party) => party.id !== partyId) : undefined
    const percent = readPercent(typed)
    const rest = percent === undefined ? '' : String(Math.round((100 - percent) * 100) / 100)
    put({ ...shares, [partyId]: typed, ...(other && percent !== undefined ? { [other.id]: rest } : {}) })
  }
  return (
    <Section
      title={t('authority.fees.title')}
      description={t('authority.fees.lead')}
      action={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => put(equalShares(parties.map((party) => party.id)))}
        >
          {t('authority.fees.equal')}
        </Button>
      }
    >
      <div className={classes.fields}>
        <FormRow>
          {parties.map((party) => {
            const typed = shares[party.id] ?? ''
            const isWrong = typed.trim() !== '' && readPercent(typed) === undefined
            return (
              <TextInput
                key={party.id}
                label={t('authority.fees.share', { name: party.name })}
                inputMode="decimal"
                value={typed}
                error={isWrong ? t('authority.fees.notANumber') : undefined}
                onChange={(event) => type(party.id, event.currentTarget.value)}
              />
            )
          })}
        </FormRow>
        <p className={classes.hint} role="status">
          {isWhole ? t('authority.fees.sumRight') : t('authority.fees.sum', { sum: formatNumber(sum) })}
        </p>
        <RefusalNotice refusal={split.problem} parties={parties} />
        <p className={classes.question}>{t('authority.fees.reallocation')}</p>
        <ChoicePart
          label={t('authority.fees.reallocation')}
          draft={reallocation}
          choices={reallocations.map((value) => ({
            value,
            label: t(`authority.fees.reallocations.${value}`),
          }))}
        />
      </div>
    </Section>
  )
}

function percents(shares: Shares): Record<string, number> {
  return Object.fromEntries(
    Object.entries(shares).map(([partyId, typed]) => [partyId, readPercent(typed) ?? 0]),
  )
}

/** Equal shares to two places; the first takes what rounding leaves. */
function equalShares(partyIds: readonly string[]): Shares {
  const each = Math.floor(10000 / partyIds.length) / 100
  const first = Math.round((100 - each * (partyIds.length - 1)) * 100) / 100
  return Object.fromEntries(partyIds.map((partyId, index) => [partyId, String(index === 0 ? first : each)]))
}
