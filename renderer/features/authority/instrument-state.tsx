import { Anchor } from '@mantine/core'
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react'
import { GateList, type GateItem } from '#renderer/ui/gate-list.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { NotInForce } from '#shared/domain/authority/in-force.ts'
import { daysBetween } from '#shared/domain/time/plain-date.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './authority.module.css'
import type { InstrumentView } from './queries.ts'

/** Whether the paper gives power today, and what it still lacks; stays in view beside the form. */
export function InstrumentState({ view }: { readonly view: InstrumentView }) {
  const { notInForce, entry } = view
  const Symbol = notInForce === null ? IconCircleCheck : IconCircleOff
  const unasked = entry.head.deadlines.filter(({ state }) => state === 'to-ask').length
  return (
    <section className={classes.state} aria-labelledby="authority-state">
      <h2 className={classes.stateTitle} id="authority-state">
        {t('authority.state.title')}
      </h2>
      <p
        className={classes.force}
        data-in-force={notInForce === null || undefined}
        role="status"
        data-testid="in-force"
      >
        <Symbol size={20} stroke={1.8} aria-hidden />
        {notInForce === null ? t('authority.state.inForce') : t('authority.state.notInForce')}
      </p>
      <p className={classes.hint}>{notInForce === null ? termWords(view) : reasonWords(notInForce)}</p>
      <GateList items={partItems(view)} />
      {unasked > 0 && (
        <p className={classes.unasked}>
          {t('authority.state.deadlines', { count: unasked })}{' '}
          <Anchor href={partHref(entry, 'deadlines')}>{t('authority.state.goThere')}</Anchor>
        </p>
      )}
      {view.isCited && (
        <Notice tone="info" title={t('authority.state.cited')} next={t('authority.state.citedNext')} />
      )}
    </section>
  )
}

function termWords({ entry, today }: InstrumentView): string {
  const { end } = entry.head.term
  if (end === null) return ''
  const left = daysBetween(today, end)
  const count = left === 0 ? t('authority.state.lastDayToday') : t('authority.state.left', { count: left })
  return `${count}. ${t('authority.state.lastDay', { date: formatDate(end) })}`
}

function reasonWords(reason: NotInForce): string {
  switch (reason.code) {
    case 'not-signed':
      return t('authority.state.reasons.not-signed', { parties: reason.parties.join(', ') })
    case 'before-term':
      return t('authority.state.reasons.before-term', { start: formatDate(reason.start) })
    case 'after-term':
      return t('authority.state.reasons.after-term', { end: formatDate(reason.end) })
    case 'not-entered':
    case 'term-unset':
      return t(`authority.state.reasons.${reason.code}`)
  }
}

function partItems({ entry, missing }: InstrumentView): readonly GateItem[] {
  const parts = [
    entry.head.kind === 'order' ? ('entry' as const) : ('signatures' as const),
    'term' as const,
    'scope' as const,
    'fee-split' as const,
  ]
  return parts.map((part) => ({
    code: part,
    state: missing.includes(part) ? 'missing' : 'done',
    ...(missing.includes(part)
      ? { href: partHref(entry, part), linkLabel: t('authority.state.goThere') }
      : {}),
    sentence: missing.includes(part)
      ? t(`authority.state.missingParts.${part}`)
      : t(`authority.state.parts.${part}`),
  }))
}

/** Address of one part of the paper; an entry of an order stands where the signatures of an agreement do. */
function partHref({ id, caseId }: InstrumentView['entry'], part: string): string {
  return caseHref(caseId ?? '', 'authority', id, part === 'entry' ? 'signatures' : part)
}
