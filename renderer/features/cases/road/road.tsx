import { useState } from 'react'
import { Section } from '#renderer/ui/section.tsx'
import { missingParts } from '#shared/domain/authority/in-force.ts'
import { t } from '#shared/i18n/index.ts'
import type { CaseStanding } from '../queries.ts'
import { AuthorityStep } from './authority-step.tsx'
import { ConflictStep } from './conflict-step.tsx'
import { PlanStep } from './plan-step.tsx'
import classes from './road.module.css'
import { ScreeningStep } from './screening-step.tsx'
import { StartStep } from './start-step.tsx'
import type { StepProps } from './step-props.ts'

/** The road to the active phase: each step says whether it is done, and is done right here or by one link. */
export function Road({ standing }: { readonly standing: CaseStanding }) {
  const [open, setOpen] = useState<string | undefined>(undefined)
  const next = nextStepKey(standing)
  const stepProps = (key: string): StepProps => ({
    standing,
    isNext: key === next,
    isOpen: key === open,
    onOpen: () => setOpen(key),
    // A save that comes back late closes its own form, never one that was opened meanwhile.
    onClose: () => setOpen((current) => (current === key ? undefined : current)),
  })
  return (
    <Section title={t('cases.overview.road.title')} description={t('cases.overview.road.lead')}>
      <ol className={classes.road}>
        <ConflictStep {...stepProps('conflict')} />
        {standing.entry.head.parties.map((party) => (
          <ScreeningStep key={party.id} party={party} {...stepProps(party.id)} />
        ))}
        <AuthorityStep {...stepProps('authority')} />
        <PlanStep {...stepProps('plan')} />
        <StartStep {...stepProps('start')} />
      </ol>
    </Section>
  )
}

function nextStepKey({ entry, blocks, instruments, today }: CaseStanding): string {
  const { conflictCheck, screenings, parties } = entry.head
  if (conflictCheck === null || conflictCheck.outcome === 'decline') return 'conflict'
  const unscreened = parties.find(({ id }) => !screenings.some(({ partyId }) => partyId === id))
  if (unscreened) return unscreened.id
  const unsuitable = parties.find(
    ({ id }) => screenings.findLast(({ partyId }) => partyId === id)?.outcome === 'not-suitable',
  )
  if (unsuitable) return unsuitable.id
  const isComplete = instruments.some(({ head }) => missingParts(head, parties, today).length === 0)
  if (!isComplete) return 'authority'
  return blocks.length > 0 ? 'plan' : 'start'
}
