import { Anchor, Checkbox, Stack } from '@mantine/core'
import { execute, useBody, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { ClauseChip } from '#renderer/ui/clause-chip.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDispute } from '#shared/commands/disputes.ts'
import type { Clause } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { ClausePicker } from './clause-picker.tsx'
import classes from './clauses-section.module.css'
import type { DisputeParts } from './parts.ts'
import { useState } from 'react'
import type { Refusal } from '#shared/commands/command.ts'

/** The clauses a dispute touches, quoted, or why the plan is silent. */
export function ClausesSection(parts: DisputeParts) {
  const { matter, dispute, canChange } = parts
  const plan = useRecords('plan', matter.id).at(-1)
  return (
    <div data-part="plan">
      <Section title={t('disputes.plan.title')} description={t('disputes.plan.description')}>
        {plan ? (
          <CitedClauses {...parts} plan={plan} />
        ) : (
          <p className={classes.soft}>
            {t('disputes.plan.noPlan')}{' '}
            <Anchor href={caseHref(matter.id, 'plan')}>{t('disputes.plan.toPlan')}</Anchor>
          </p>
        )}
        {(canChange || dispute.head.planIsSilent) && <Silence {...parts} />}
      </Section>
    </div>
  )
}

function CitedClauses({
  matter,
  dispute,
  canChange,
  plan,
}: DisputeParts & { readonly plan: RecordEntry<'plan'> }) {
  const { body } = useBody('plan', plan.id)
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined)
  const cited = dispute.head.clauseIds
  const clauses: readonly Clause[] = body?.clauses ?? []
  const cite = async (ids: readonly string[]) => {
    const result = await execute(updateDispute, { dispute: dispute.id, clauses: [...ids] })
    setRefusal(result.ok ? undefined : result.error)
  }
  return (
    <Stack gap="sm">
      {cited.length === 0 && <p className={classes.soft}>{t('disputes.plan.noneCited')}</p>}
      {cited.map((id) => {
        const head = plan.head.clauses.find((clause) => clause.id === id)
        if (!head) return null
        return (
          <figure key={id} className={classes.clause}>
            <figcaption>
              <ClauseChip
                citation={head.citation}
                heading={head.heading}
                href={caseHref(matter.id, 'plan')}
                {...(canChange ? { onRemove: () => void cite(cited.filter((each) => each !== id)) } : {})}
              />
            </figcaption>
            <blockquote className={classes.text}>
              {clauses.find((clause) => clause.id === id)?.text}
            </blockquote>
          </figure>
        )
      })}
      {canChange && (
        <ClausePicker
          clauses={plan.head.clauses.filter(({ id }) => !cited.includes(id))}
          texts={clauses}
          onPick={(id) => void cite([...cited, id])}
        />
      )}
      <RefusalNotice refusal={refusal} />
    </Stack>
  )
}

function Silence({ dispute, body, canChange }: DisputeParts) {
  const reason = useDraft({
    saved: body.silentReason,
    save: (text: string) => execute(updateDispute, { dispute: dispute.id, silentReason: text }),
  })
  const silence = useDraft({
    saved: dispute.head.planIsSilent,
    save: (isSilent: boolean) => execute(updateDispute, { dispute: dispute.id, planIsSilent: isSilent }),
    delayMs: 0,
  })
  const isSilent = silence.value
  return (
    <Stack gap="sm" mt="md">
      <Checkbox
        label={t('disputes.plan.silent')}
        checked={isSilent}
        disabled={!canChange}
        onChange={(event) => silence.change(event.currentTarget.checked)}
      />
      {isSilent && (
        <LongTextArea
          label={t('disputes.plan.silentReason')}
          description={t('disputes.plan.silentHelp')}
          minRows={3}
          value={reason.value}
          readOnly={!canChange}
          error={reason.problem && describeRefusal(reason.problem)}
          onChange={reason.change}
          onBlur={() => void reason.flush()}
        />
      )}
    </Stack>
  )
}
