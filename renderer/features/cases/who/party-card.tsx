import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { HomeMark } from '#renderer/ui/home-mark.tsx'
import type { CaseHead, Contact, Party } from '#shared/domain/case/case.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { markInitials } from '../mark-initials.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { ProtectedContact } from './protected-contact.tsx'
import classes from './who.module.css'

interface PartyCardProps {
  readonly caseId: string
  readonly head: CaseHead
  readonly party: Party
  readonly contact: Contact | undefined
  /** False while the sealed part of the case is still being opened. */
  readonly isReady: boolean
}

/** One parent: the mark, the name, counsel, screening, how to reach. Every card has the same lines in the same order. */
export function PartyCard({ caseId, head, party, contact, isReady }: PartyCardProps) {
  const [isOpen, setOpen] = useState(false)
  const counsel = head.counsel.filter(({ forPartyId }) => forPartyId === party.id)
  const screening = head.screenings.findLast(({ partyId }) => partyId === party.id)
  const title =
    party.role === 'parent'
      ? t('cases.enter.letter', { letter: party.letter })
      : t('cases.enter.person', { letter: party.letter })
  const lines = [
    {
      label: t('cases.overview.who.counsel'),
      value:
        counsel.map(({ name, firm }) => [name, firm].filter(Boolean).join(', ')).join('; ') ||
        t('cases.overview.who.noCounsel'),
      isSoft: counsel.length === 0,
    },
    {
      label: t('cases.overview.who.screened'),
      value: screening
        ? t('cases.overview.road.screening.doneOn', {
            outcome: t(`cases.overview.road.screening.outcomes.${screening.outcome}`),
            date: formatDate(screening.on),
          })
        : t('cases.overview.road.missing'),
      isSoft: !screening,
    },
    {
      label: t('cases.overview.who.reach'),
      value: isReady ? reachOf(party.name, contact) : '…',
      isSoft: reachWords(contact) === '',
    },
  ]
  return (
    <article className={classes.card} aria-label={title}>
      <header className={classes.head}>
        <HomeMark home={party.home} initials={markInitials(party)} size={40} />
        <div className={classes.names}>
          <p className={classes.letter}>{title}</p>
          <h3 className={classes.name}>{party.name}</h3>
        </div>
        {contact?.isProtected === true && (
          <span className={classes.protected} title={t('cases.overview.who.protectedHelp')}>
            <IconShieldLock size={16} stroke={1.8} aria-hidden />
            {t('cases.overview.who.protected')}
          </span>
        )}
      </header>
      <dl className={classes.lines}>
        {lines.map(({ label, value, isSoft }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-soft={isSoft || undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" size="compact-sm" disabled={!isReady} onClick={() => setOpen(true)}>
        {t('cases.overview.who.editContact', { name: party.shortName })}
      </Button>
      {isReady && (
        <ContactDialog
          caseId={caseId}
          party={party}
          contact={contact}
          opened={isOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </article>
  )
}

function reachOf(name: string, contact: Contact | undefined): ReactNode {
  const words = reachWords(contact)
  if (!contact || words === '') return t('cases.overview.who.noContact')
  return contact.isProtected ? <ProtectedContact contact={contact} name={name} /> : words
}

function reachWords(contact: Contact | undefined): string {
  if (!contact) return ''
  const { phone, email, address, safeContact } = contact
  return [safeContact, phone, email, address].filter(Boolean).join(' · ')
}
