import { SegmentedControl, Stack } from '@mantine/core'
import { execute } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { editTerm } from '#shared/commands/decision-content.ts'
import type { OperativeTerm, TermDuration } from '#shared/domain/decision/decision.ts'
import { t } from '#shared/i18n/index.ts'

interface DurationFieldsProps {
  readonly decisionId: string
  readonly term: OperativeTerm
  readonly today: string
}

const kinds = ['once', 'until', 'standing'] as const

/** How long a term holds. A date that is not readable yet leaves the last one in place. */
export function DurationFields({ decisionId, term, today }: DurationFieldsProps) {
  const draft = useDraft<TermDuration>({
    saved: term.duration,
    save: (duration) => execute(editTerm, { decision: decisionId, term: term.id, duration }),
    delayMs: 0,
  })
  const { value: duration, change } = draft
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('decisions.terms.duration')}
        value={duration.kind}
        data={kinds.map((value) => ({ value, label: t(`decisions.terms.durations.${value}`) }))}
        onChange={(value) => change(startOf(kinds.find((kind) => kind === value) ?? 'once', duration, today))}
      />
      <DurationDates duration={duration} today={today} onChange={change} />
    </Stack>
  )
}

interface DurationDatesProps {
  readonly duration: TermDuration
  readonly today: string
  readonly onChange: (duration: TermDuration) => void
}

function DurationDates({ duration, today, onChange }: DurationDatesProps) {
  switch (duration.kind) {
    case 'once':
      return (
        <DateField
          label={t('decisions.terms.on')}
          value={duration.on}
          today={today}
          required
          onChange={(on) => on !== null && onChange({ kind: 'once', on })}
        />
      )
    case 'until':
      return (
        <FormRow>
          <DateField
            label={t('decisions.terms.start')}
            value={duration.start}
            today={today}
            required
            onChange={(start) => start !== null && onChange({ kind: 'until', start, end: duration.end })}
          />
          <DateField
            label={t('decisions.terms.end')}
            value={duration.end}
            today={today}
            required
            onChange={(end) => end !== null && onChange({ kind: 'until', start: duration.start, end })}
          />
        </FormRow>
      )
    case 'standing':
      return (
        <DateField
          label={t('decisions.terms.reviewOn')}
          description={t('decisions.terms.reviewHelp')}
          value={duration.reviewOn}
          today={today}
          onChange={(reviewOn) => onChange({ kind: 'standing', reviewOn })}
        />
      )
  }
}

/** The first day of the old duration carries over to the new one. */
function startOf(kind: (typeof kinds)[number], before: TermDuration, today: string): TermDuration {
  const day = before.kind === 'once' ? before.on : before.kind === 'until' ? before.start : today
  if (kind === 'once') return { kind, on: day }
  if (kind === 'until') return { kind, start: day, end: before.kind === 'until' ? before.end : day }
  return { kind, reviewOn: null }
}
