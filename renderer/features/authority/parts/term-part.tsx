import { useCallback, useRef } from 'react'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { lawfulTermEnd } from '#shared/domain/authority/profile.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { InstrumentView } from '../queries.ts'
import { usePart } from '../use-part.ts'

interface Term {
  readonly start: string | null
  readonly end: string | null
}

/** From when to when the paper gives power, with the longest term that the law is known to allow. */
export function TermPart({ view }: { readonly view: InstrumentView }) {
  const { entry, today } = view
  const { term, madeOn } = entry.head
  // A last day that is being typed is no day taken away: the one on file stays until the new one can be read.
  const isTyping = useRef(false)
  const setTyping = useCallback((isInvalid: boolean) => {
    isTyping.current = isInvalid
  }, [])
  const draft = usePart<Term>(entry.id, term, ({ start, end }) => ({
    term: { ...(start === null ? {} : { start }), ...(isTyping.current ? {} : { end }) },
  }))
  return (
    <Section title={t('authority.term.title')} description={lawfulWords(view, madeOn)}>
      <FormRow>
        <DateField
          label={t('authority.term.start')}
          required
          value={draft.value.start}
          today={today}
          onChange={(start) => draft.change({ ...draft.value, start })}
        />
        <DateField
          label={t('authority.term.end')}
          value={draft.value.end}
          today={today}
          onInvalid={setTyping}
          onChange={(end) => draft.change({ ...draft.value, end })}
        />
      </FormRow>
      <RefusalNotice refusal={draft.problem} />
    </Section>
  )
}

function lawfulWords({ profile }: InstrumentView, madeOn: string): string {
  const limit = profile.longestTermYears
  if (limit === null) return t('authority.term.unknown')
  const lawful = lawfulTermEnd(profile, madeOn)
  if (lawful !== null) return t('authority.term.lawful', { date: formatDate(lawful), source: limit.source })
  return t('authority.term.secondary', { count: limit.years, source: limit.source })
}
