import { NumberInput, Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { execute } from '#renderer/data/index.ts'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { editTerm } from '#shared/commands/decision-content.ts'
import { TermEffect } from '#shared/domain/decision/decision.ts'
import type { OperativeTerm } from '#shared/domain/decision/decision.ts'
import { t } from '#shared/i18n/index.ts'
import { describeProblem, describeRefusal } from '#shared/i18n/refusals.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import { DurationFields } from './duration-fields.tsx'
import { ExclusionQuestions } from './exclusion-questions.tsx'
import { TermTools } from './term-tools.tsx'
import classes from './terms.module.css'

interface TermFieldsProps {
  readonly reading: BuilderReading
  readonly term: OperativeTerm
  readonly index: number
  readonly count: number
  readonly today: string
}

/** One operative term: its words, what it touches, how long it holds, and what is wrong with it. */
export function TermFields({ reading, term, index, count, today }: TermFieldsProps) {
  const { decision } = reading.setting
  const number = index + 1
  const text = useDraft({
    saved: term.text,
    save: (value: string) => execute(editTerm, { decision: decision.id, term: term.id, text: value }),
  })
  const setOvernights = (overnights: OperativeTerm['overnights']) =>
    void execute(editTerm, { decision: decision.id, term: term.id, overnights })
  const effect = useDraft({
    saved: term.effect,
    save: (value: OperativeTerm['effect']) =>
      execute(editTerm, { decision: decision.id, term: term.id, effect: value }),
    delayMs: 0,
  })
  const touchesTime =
    ['parenting-time', 'exchange-time', 'make-up'].includes(effect.value) || term.overnights !== null
  return (
    <li className={classes.term} data-part={`term-${term.id}`}>
      <span className={classes.number} aria-hidden>
        {number}.
      </span>
      <div className={classes.body}>
        <LongTextArea
          label={t('decisions.terms.term', { number })}
          hideLabel
          minRows={2}
          value={text.value}
          error={text.problem && describeRefusal(text.problem)}
          onChange={text.change}
          onBlur={() => void text.flush()}
        />
        <Problems reading={reading} termId={term.id} />
        <ExclusionQuestions reading={reading} term={term} number={number} />
        <Select
          label={t('decisions.terms.effect')}
          value={effect.value}
          data={TermEffect.options.map((value) => ({ value, label: t(`decisions.terms.effects.${value}`) }))}
          onChange={(value) =>
            effect.change(TermEffect.options.find((each) => each === value) ?? effect.value)
          }
        />
        <DurationFields decisionId={decision.id} term={term} today={today} />
        {touchesTime && <Overnights term={term} onChange={setOvernights} />}
        <TermTools decisionId={decision.id} termId={term.id} number={number} count={count} />
      </div>
    </li>
  )
}

/** What the gate says of this very term, where it is mended. The questions about exclusions stand below it. */
function Problems({ reading, termId }: { readonly reading: BuilderReading; readonly termId: string }) {
  const { matter, body } = reading.setting
  const names = { parties: matter.head.parties, termIds: body.content.terms.map(({ id }) => id) }
  const problems = reading.gate
    .flatMap((item) => item.problems)
    .filter((problem) => 'termId' in problem && problem.termId === termId)
    .filter(({ code }) => code !== 'exclusion-unanswered' && code !== 'excluded')
  return problems.map((problem) => (
    <p key={problem.code} className={classes.problem}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      {describeProblem(problem, names)}
    </p>
  ))
}

interface OvernightsProps {
  readonly term: OperativeTerm
  readonly onChange: (overnights: OperativeTerm['overnights']) => void
}

function Overnights({ term, onChange }: OvernightsProps) {
  const draft = useDraft<{ readonly before: number | string; readonly after: number | string }>({
    saved: { before: term.overnights?.before ?? '', after: term.overnights?.after ?? '' },
    save: ({ before, after }) => {
      onChange(typeof before === 'number' && typeof after === 'number' ? { before, after } : null)
      return Promise.resolve({ ok: true, value: undefined })
    },
  })
  const { value } = draft
  const limits = { min: 0, max: 366 } as const
  return (
    <FormRow>
      <NumberInput
        {...limits}
        label={t('decisions.terms.before')}
        description={t('decisions.terms.overnights')}
        value={value.before}
        onChange={(before) => draft.change({ ...value, before })}
        onBlur={() => void draft.flush()}
      />
      <NumberInput
        {...limits}
        label={t('decisions.terms.after')}
        description={t('decisions.terms.overnights')}
        value={value.after}
        onChange={(after) => draft.change({ ...value, after })}
        onBlur={() => void draft.flush()}
      />
    </FormRow>
  )
}
