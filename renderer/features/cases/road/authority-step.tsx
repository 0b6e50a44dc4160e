import { caseHref } from '#renderer/ui/links.ts'
import { missingParts } from '#shared/domain/authority/in-force.ts'
import { t } from '#shared/i18n/index.ts'
import { RoadStep } from './road-step.tsx'
import type { StepProps } from './step-props.ts'
import { StepButton } from './step-button.tsx'

/** Whether a complete order or agreement is on file, and what it still lacks. */
export function AuthorityStep({ standing, isNext }: StepProps) {
  const { entry, instruments, today } = standing
  const checked = instruments
    .map(({ head }) => ({ head, missing: missingParts(head, entry.head.parties, today) }))
    .toSorted((a, b) => a.missing.length - b.missing.length)
  const [best] = checked
  const isDone = best !== undefined && best.missing.length === 0
  return (
    <RoadStep
      state={isDone ? 'done' : 'missing'}
      title={t('cases.overview.road.authority.title')}
      detail={detailOf(best)}
      action={
        <StepButton
          isNext={isNext}
          label={t('cases.overview.road.authority.open')}
          href={caseHref(entry.id, 'authority')}
        />
      }
    />
  )
}

type Checked = {
  readonly head: { readonly title: string }
  readonly missing: ReturnType<typeof missingParts>
}

function detailOf(best: Checked | undefined): string {
  if (!best) return t('cases.overview.road.authority.todo')
  if (best.missing.length === 0) return t('cases.overview.road.authority.done', { title: best.head.title })
  const missing = best.missing.map((part) => t(`gate.instrumentParts.${part}`)).join('; ')
  return t('cases.overview.road.authority.incomplete', { missing })
}
