import { Button } from '@mantine/core'
import { useState } from 'react'
import { useBody } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { profileOf } from '#shared/commands/profiles.ts'
import type { CaseHead, Child, Court } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import type { CaseStanding } from '../queries.ts'
import { DetailsForm } from './details-form.tsx'
import { PartyCard } from './party-card.tsx'
import classes from './who.module.css'

/** The people of a case: both parents with the same space, the children, counsel, the court. */
export function WhoIsWho({ standing }: { readonly standing: CaseStanding }) {
  const { entry } = standing
  const { head } = entry
  const { body } = useBody('case', entry.id)
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <DetailsForm standing={standing} onDone={() => setEditing(false)} />
  return (
    <Section
      title={t('cases.overview.who.title')}
      action={
        <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
          {t('cases.overview.who.edit')}
        </Button>
      }
    >
      <div className={classes.parties}>
        {head.parties.map((party) => (
          <PartyCard
            key={party.id}
            caseId={entry.id}
            head={head}
            party={party}
            contact={body?.contacts.find(({ partyId }) => partyId === party.id)}
            isReady={body !== undefined}
          />
        ))}
      </div>
      <DefinitionList items={facts(head)} />
    </Section>
  )
}

function facts(head: CaseHead) {
  const forChildren = head.counsel.filter(({ forPartyId }) => forPartyId === null)
  return [
    { label: t('cases.overview.who.children'), value: <Children rows={head.children} /> },
    ...(forChildren.length > 0
      ? [
          {
            label: t('cases.overview.who.counselForChild'),
            value: forChildren.map(({ name, firm }) => [name, firm].filter(Boolean).join(', ')).join('; '),
          },
        ]
      : []),
    { label: t('cases.overview.who.court'), value: courtWords(head.court) },
    { label: t('cases.overview.who.place'), value: profileOf(head.profileId).name },
    { label: t('cases.overview.who.zone'), value: head.zone.replaceAll('_', ' ') },
  ]
}

function Children({ rows }: { readonly rows: readonly Child[] }) {
  if (rows.length === 0) return t('cases.overview.who.noChildren')
  return (
    <ul className={classes.children}>
      {rows.map(({ id, name, birthYear }) => (
        <li key={id}>
          {name}
          {birthYear !== null && (
            <span className={classes.soft}>{t('cases.overview.who.born', { year: String(birthYear) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function courtWords(court: Court | null): string {
  if (court === null) return t('cases.overview.who.noCourt')
  const file = court.fileNumber === '' ? '' : t('cases.overview.who.file', { number: court.fileNumber })
  return [court.name, court.registry, file].filter(Boolean).join(' · ')
}
