import { TextInput } from '@mantine/core'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { InstrumentView } from '../queries.ts'
import { usePart } from '../use-part.ts'

/** What the paper is: its title, its day, the clause that gives the power. */
export function PaperPart({ view: { entry, today } }: { readonly view: InstrumentView }) {
  const { head, id } = entry
  const title = usePart(id, head.title, (value) => (value.trim() === '' ? {} : { title: value }))
  const clause = usePart(id, head.clause, (value) => ({ clause: value }))
  const madeOn = usePart<string | null>(id, head.madeOn, (value) => (value === null ? {} : { madeOn: value }))
  return (
    <Section title={t('authority.paper.title')} description={t(`authority.record.kinds.${head.kind}`)}>
      <div className={classes.fields}>
        <TextInput
          label={t('authority.record.title')}
          required
          value={title.value}
          error={title.value.trim() === '' ? t('authority.record.titleMissing') : lineProblem(title.value)}
          onChange={(event) => title.change(event.currentTarget.value)}
          onBlur={() => void title.flush()}
        />
        <FormRow>
          <DateField
            label={t('authority.record.madeOn')}
            required
            value={madeOn.value}
            today={today}
            onChange={madeOn.change}
          />
          <TextInput
            label={t('authority.record.clause')}
            description={t('authority.record.clauseHelp')}
            value={clause.value}
            error={lineProblem(clause.value)}
            onChange={(event) => clause.change(event.currentTarget.value)}
            onBlur={() => void clause.flush()}
          />
        </FormRow>
        <RefusalNotice refusal={title.problem ?? clause.problem ?? madeOn.problem} />
      </div>
    </Section>
  )
}
