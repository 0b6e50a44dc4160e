import { Anchor } from '@mantine/core'
import type { ReadModel } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { Section } from '#renderer/ui/section.tsx'
import { checkInForce } from '#shared/domain/authority/in-force.ts'
import { daysBetween } from '#shared/domain/time/plain-date.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { isWaitingDispute, type CaseStanding } from '../queries.ts'
import classes from './glance.module.css'

interface GlanceProps {
  readonly records: ReadModel
  readonly standing: CaseStanding
}

/** The state of a case in five lines; each leads to where it is kept. */
export function Glance({ records, standing }: GlanceProps) {
  const { id } = standing.entry
  return (
    <Section title={t('cases.overview.glance.title')}>
      <DefinitionList
        items={[
          { label: t('cases.overview.glance.disputes'), value: <Disputes records={records} caseId={id} /> },
          {
            label: t('cases.overview.glance.sessions'),
            value: <Anchor href={caseHref(id, 'sessions')}>{sessionWords(records, standing)}</Anchor>,
          },
          {
            label: t('cases.overview.glance.decisions'),
            value: <Anchor href={caseHref(id, 'decisions')}>{decisionWords(records, id)}</Anchor>,
          },
          {
            label: t('cases.overview.glance.term'),
            value: (
              <Anchor href={caseHref(id, 'authority')} data-testid="term-words">
                {termWords(standing)}
              </Anchor>
            ),
          },
          {
            label: t('cases.overview.glance.plan'),
            value: (
              <Anchor href={caseHref(id, 'plan')}>
                {standing.clauseCount === 0
                  ? t('cases.overview.glance.noPlan')
                  : t('cases.overview.glance.clauses', { count: standing.clauseCount })}
              </Anchor>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Disputes({ records, caseId }: { readonly records: ReadModel; readonly caseId: string }) {
  const open = records.list('dispute', caseId).filter(({ head }) => isWaitingDispute(head.status))
  if (open.length === 0)
    return <Anchor href={caseHref(caseId, 'disputes')}>{t('cases.overview.glance.noDispute')}</Anchor>
  return (
    <ul className={classes.disputes}>
      {open.map(({ id, head }) => (
        <li key={id}>
          <Anchor href={caseHref(caseId, 'disputes', id)}>
            {head.number}. {head.title}
          </Anchor>
          <span className={classes.status}>{t(`cases.overview.glance.statuses.${head.status}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function sessionWords(records: ReadModel, { entry }: CaseStanding): string {
  const sessions = records.list('session', entry.id).map(({ head }) => head)
  const last = sessions
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1)
  if (last === undefined) return t('cases.overview.glance.noSession')
  const held = t('cases.overview.glance.sessionsHeld', { count: sessions.length, date: formatDate(last) })
  const unsigned = sessions.filter(({ state }) => state === 'open').length
  return unsigned === 0 ? held : `${held} · ${t('cases.overview.glance.unsigned', { count: unsigned })}`
}

function decisionWords(records: ReadModel, caseId: string): string {
  const decisions = records.list('decision', caseId).map(({ head }) => head)
  const issued = decisions.filter(({ state }) => state === 'issued').length
  const drafts = decisions.length - issued
  const words = [
    issued > 0 ? t('cases.overview.glance.issued', { count: issued }) : '',
    drafts > 0 ? t('cases.overview.glance.drafts', { count: drafts }) : '',
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : t('cases.overview.glance.noDecision')
}

function termWords({ instrument, entry, today }: CaseStanding): string {
  if (!instrument) return t('cases.overview.glance.noInstrument')
  const { start, end } = instrument.head.term
  if (end === null) return t('cases.overview.glance.termUnset')
  if (today < start) return t('cases.overview.glance.termBefore', { date: formatDate(start) })
  const left = daysBetween(today, end)
  if (left < 0) return t('cases.overview.glance.termOver', { date: formatDate(end) })
  if (left === 0) return t('cases.overview.glance.termLast', { date: formatDate(end) })
  const words = t('cases.overview.glance.termLeft', { count: left, date: formatDate(end) })
  const inForce = checkInForce(instrument.head, entry.head.parties, today)
  return inForce.ok ? words : `${words} · ${t('cases.overview.glance.notInForce')}`
}
