import { caseHref } from '#renderer/ui/links.ts'
import { t } from '#shared/i18n/index.ts'
import { RoadStep } from './road-step.tsx'
import type { StepProps } from './step-props.ts'
import { StepButton } from './step-button.tsx'

/** Whether the parenting plan has been read in, so that its clauses can be cited. */
export function PlanStep({ standing: { entry, clauseCount }, isNext }: StepProps) {
  return (
    <RoadStep
      state={clauseCount > 0 ? 'done' : 'missing'}
      title={t('cases.overview.road.plan.title')}
      detail={
        clauseCount > 0
          ? t('cases.overview.road.plan.done', { count: clauseCount })
          : t('cases.overview.road.plan.todo')
      }
      action={
        <StepButton
          isNext={isNext}
          label={t('cases.overview.road.plan.open')}
          href={caseHref(entry.id, 'plan')}
        />
      }
    />
  )
}
