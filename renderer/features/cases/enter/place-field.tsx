import { NativeSelect } from '@mantine/core'
import { FieldGroup } from '#renderer/ui/form-parts.tsx'
import { profileOf, profiles } from '#shared/commands/profiles.ts'
import type { Profile } from '#shared/domain/authority/profile.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './enter-family.module.css'

interface PlaceFieldProps {
  readonly value: string
  readonly onChange: (profileId: string) => void
}

/** The place whose law the case starts from, with what is and what is not on file about it. */
export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const profile = profileOf(value)
  return (
    <FieldGroup legend={t('cases.enter.place')} description={t('cases.enter.placeHelp')}>
      <NativeSelect
        label={t('cases.enter.placeLabel')}
        value={value}
        data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <KnownFacts profile={profile} />
    </FieldGroup>
  )
}

function KnownFacts({ profile }: { readonly profile: Profile }) {
  const asked = profile.deadlines.filter(({ mark }) => mark !== 'primary').map(({ label }) => label)
  const facts = [
    { label: t('cases.enter.law'), value: profile.law },
    { label: t('cases.enter.word'), value: profile.decisionTitle },
    { label: t('cases.enter.longestTerm'), value: longestTerm(profile) },
    { label: t('cases.enter.review'), value: reviewWords(profile) },
    { label: t('cases.enter.ask'), value: asked.length > 0 ? asked.join('; ') : t('cases.enter.askNothing') },
  ]
  return (
    <div className={classes.known} role="group" aria-label={t('cases.enter.known')}>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className={classes.notes}>
        {profile.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className={classes.checked}>{t('cases.enter.checkedOn', { date: formatDate(profile.checkedOn) })}</p>
    </div>
  )
}

function longestTerm({ longestTermYears: limit }: Profile): string {
  if (limit === null) return t('cases.enter.termUnknown')
  const years = t('cases.enter.years', { count: limit.years })
  return limit.mark === 'primary' ? years : `${years}, ${t('cases.enter.secondary')}`
}

function reviewWords({ review }: Profile): string {
  if (review === null || review.mark === 'unverified') return t('cases.enter.reviewUnknown')
  return review.mark === 'primary' ? t('cases.enter.reviewKnown') : t('cases.enter.reviewSecondary')
}
