import { useBody } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { exclusionNames, issueNames, exclusionCodes } from '#shared/domain/authority/issue-codes.ts'
import { documentTitleFor, printableReview } from '#shared/domain/authority/profile.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './authority.module.css'
import type { InstrumentView } from './queries.ts'

/** An instrument on which an issued decision rests: everything it says, to be read and not to be changed. */
export function ReadOnly({ view }: { readonly view: InstrumentView }) {
  const { head } = view.entry
  const lifted = exclusionCodes.filter((code) => !head.exclusions.includes(code))
  return (
    <>
      <Section title={head.title} description={t(`authority.record.kinds.${head.kind}`)}>
        <DefinitionList items={facts(view)} />
      </Section>
      <Section title={t('authority.scope.title')}>
        <Codes rows={head.issues.map((code) => ({ code, name: issueNames[code] }))} />
      </Section>
      <Section title={t('authority.exclusions.title')}>
        <Codes rows={head.exclusions.map((code) => ({ code, name: exclusionNames[code] }))} />
        {head.contractExclusions.map(({ id, text }) => (
          <p key={id} className={classes.line}>
            {text}
          </p>
        ))}
        {lifted.length > 0 && (
          <p className={classes.hint}>
            {t('authority.exclusions.lifted')}:{' '}
            {lifted.map((code) => `${code} ${exclusionNames[code]}`).join('; ')}
          </p>
        )}
      </Section>
      <Note instrumentId={view.entry.id} />
    </>
  )
}

function Codes({ rows }: { readonly rows: readonly { readonly code: string; readonly name: string }[] }) {
  return (
    <ul className={classes.ticks}>
      {rows.map(({ code, name }) => (
        <li key={code} className={classes.coded}>
          <span className={classes.code}>{code}</span>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}

function Note({ instrumentId }: { readonly instrumentId: string }) {
  const { body } = useBody('instrument', instrumentId)
  if (!body || body.note.trim() === '') return null
  return (
    <Section title={t('authority.note.title')} description={t('authority.note.help')}>
      <p className="eh-serif eh-measure">{body.note}</p>
    </Section>
  )
}

function facts({ entry, matter, profile }: InstrumentView) {
  const { head } = entry
  const nameOf = (partyId: string) => matter.parties.find(({ id }) => id === partyId)?.name ?? ''
  const signed = head.signatures.map(({ partyId, on }) => `${nameOf(partyId)}, ${formatDate(on)}`).join('; ')
  const entered = head.enteredOn === null ? '' : formatDate(head.enteredOn)
  const review = head.reviewText || printableReview(profile)
  return [
    { label: t('authority.record.madeOn'), value: formatDate(head.madeOn) },
    { label: t('authority.record.clauseShort'), value: head.clause || t('authority.none') },
    {
      label: head.kind === 'order' ? t('authority.signatures.enteredOn') : t('authority.signatures.title'),
      value: (head.kind === 'order' ? entered : signed) || t('authority.none'),
    },
    {
      label: t('authority.term.title'),
      value: [head.term.start, head.term.end]
        .map((day) => (day === null ? '…' : formatDate(day)))
        .join(' – '),
    },
    { label: t('authority.power.title'), value: t(`authority.power.types.${head.decisionType}`) },
    { label: t('authority.regime.title'), value: t(`authority.regime.types.${head.regime}`) },
    {
      label: t('authority.fees.title'),
      value:
        head.feeSplit.map(({ partyId, percent }) => `${nameOf(partyId)} ${percent} %`).join(', ') ||
        t('authority.none'),
    },
    {
      label: t('authority.fees.reallocationShort'),
      value: t(`authority.fees.reallocations.${head.reallocation}`),
    },
    {
      label: t('authority.answers.title'),
      value:
        head.answerWindowHours === null
          ? t('authority.answers.silentShort')
          : t('authority.answers.hoursGiven', { count: head.answerWindowHours }),
    },
    {
      label: t('authority.words.documentTitle'),
      value: head.documentTitle || documentTitleFor(profile, head.decisionType),
    },
    { label: t('authority.words.review'), value: review || t('authority.none') },
  ]
}
