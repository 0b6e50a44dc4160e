import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { HomeName } from '#renderer/ui/home-mark.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import type { InstrumentHead } from '#shared/domain/authority/instrument.ts'
import { hearings } from '#shared/domain/dispute/heard.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { formatMinute } from '#shared/i18n/refusals.ts'
import classes from './material-pane.module.css'
import type { BuilderReading } from './read-builder.ts'

/** What the decision rests on, beside the writing: authority, plan, positions, attempts, facts. */
export function MaterialPane({ reading }: { readonly reading: BuilderReading }) {
  const { setting, facts } = reading
  const { matter, dispute, disputeBody, instrument, clauses } = setting
  const cited = dispute.head.clauseIds.flatMap((id) => clauses.filter((clause) => clause.id === id))
  return (
    <div className={classes.material}>
      <Block title={t('decisions.material.authority')}>
        {instrument ? (
          <Authority head={instrument.head} />
        ) : (
          <Soft>{t('decisions.material.noAuthority')}</Soft>
        )}
      </Block>
      <Block title={t('decisions.material.question')}>
        <Words text={disputeBody.question} />
      </Block>
      <Block title={t('decisions.material.plan')}>
        {cited.map((clause) => (
          <blockquote key={clause.id} className={classes.quote}>
            <b className="eh-num">¶ {clause.citation}</b> {clause.text}
          </blockquote>
        ))}
        {dispute.head.planIsSilent && (
          <p className={classes.words}>
            {t('decisions.material.silent')} {disputeBody.silentReason}
          </p>
        )}
        {cited.length === 0 && !dispute.head.planIsSilent && <Soft>{t('decisions.material.noPlan')}</Soft>}
      </Block>
      <Positions reading={reading} />
      <Attempts reading={reading} />
      <Block title={t('decisions.material.facts')}>
        {facts.length === 0 && <Soft>{t('decisions.material.noFacts')}</Soft>}
        {facts.map(({ heldOn, entry }) => (
          <p key={entry.id} className={classes.words}>
            <span className={classes.soft}>{formatDate(heldOn)}</span> {entry.text}
          </p>
        ))}
      </Block>
      <Anchor href={caseHref(matter.id, 'disputes', dispute.id)} fz="xs">
        {t('decisions.material.open')}
      </Anchor>
    </div>
  )
}

function Authority({ head }: { readonly head: InstrumentHead }) {
  const { title, clause, madeOn, term, decisionType, regime } = head
  const facts = { title, clause, date: formatDate(madeOn) }
  const end = term.end === null ? t('decisions.material.termOpen') : formatDate(term.end)
  return (
    <p className={classes.line}>
      {clause === ''
        ? t('decisions.material.authorityLineBare', facts)
        : t('decisions.material.authorityLine', facts)}{' '}
      {t('decisions.material.term', { start: formatDate(term.start), end })}{' '}
      {t(`decisions.material.powers.${decisionType}`)} {t(`decisions.material.regimes.${regime}`)}
    </p>
  )
}

function Positions({ reading }: { readonly reading: BuilderReading }) {
  const { matter, dispute, disputeBody } = reading.setting
  const states = hearings(dispute.head, matter.head.parties, useNow(), matter.head.zone)
  return (
    <Block title={t('decisions.material.positions')}>
      {matter.head.parties.map((party) => {
        const text = disputeBody.positions.find(({ partyId }) => partyId === party.id)?.text ?? ''
        const hearing = states.find(({ partyId }) => partyId === party.id)
        const notice = dispute.head.notices.findLast(({ partyId }) => partyId === party.id)
        const until = notice ? formatMinute(notice.answerBy) : ''
        return (
          <div key={party.id} className={classes.position}>
            <HomeName home={party.home} initials={party.initials} name={party.name} />
            <p className={classes.soft}>
              {t(`decisions.material.heard.${hearing?.state ?? 'no-notice'}`, { until })}
            </p>
            {text === '' ? <Soft>{t('decisions.material.noPosition')}</Soft> : <Words text={text} />}
          </div>
        )
      })}
    </Block>
  )
}

function Attempts({ reading }: { readonly reading: BuilderReading }) {
  const { dispute, disputeBody } = reading.setting
  const { facilitation } = dispute.head
  return (
    <Block title={t('decisions.material.attempts')}>
      {facilitation && (
        <p className={classes.line}>
          {t('decisions.material.outcome', {
            outcome: t(`decisions.material.outcomes.${facilitation.outcome}`),
            date: formatDate(facilitation.on),
          })}
        </p>
      )}
      {disputeBody.attempts === '' && !facilitation ? (
        <Soft>{t('decisions.material.noAttempts')}</Soft>
      ) : (
        <Words text={disputeBody.attempts} />
      )}
      {disputeBody.agreedTerms.length > 0 && (
        <ol className={classes.agreed}>
          {disputeBody.agreedTerms.map((term, index) => (
            <li key={`${index}-${term}`}>{term}</li>
          ))}
        </ol>
      )}
    </Block>
  )
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  )
}

function Words({ text }: { readonly text: string }) {
  return text === '' ? null : (
    <p className={classes.words} dir="auto">
      {text}
    </p>
  )
}

function Soft({ children }: { readonly children: string }) {
  return <p className={classes.soft}>{children}</p>
}
