import { useBody } from '#renderer/data/index.ts'
import type { Party } from '#shared/domain/case/case.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { RoadStep } from './road-step.tsx'
import type { StepProps } from './step-props.ts'
import { ScreeningForm } from './screening-form.tsx'
import { StepButton } from './step-button.tsx'

/** One parent screened alone. The outcome shows here; the answers never do. */
export function ScreeningStep({
  standing,
  party,
  isNext,
  isOpen,
  onOpen,
  onClose,
}: StepProps & { readonly party: Party }) {
  const { entry } = standing
  const screening = entry.head.screenings.findLast(({ partyId }) => partyId === party.id)
  const { body } = useBody('case', entry.id)
  const kept = body?.screeningNotes.filter(({ partyId }) => partyId === party.id).length ?? 0
  const words = screening && {
    date: formatDate(screening.on),
    outcome: t(`cases.overview.road.screening.outcomes.${screening.outcome}`),
  }
  const detail = words
    ? [
        t('cases.overview.road.screening.doneOn', words),
        screening.modifications,
        kept > 0 ? t('cases.overview.road.screening.kept', { count: kept }) : '',
      ]
        .filter(Boolean)
        .join(' · ')
    : t('cases.overview.road.screening.todo')
  return (
    <RoadStep
      state={!screening ? 'missing' : screening.outcome === 'not-suitable' ? 'blocked' : 'done'}
      title={t('cases.overview.road.screening.title', { name: party.name })}
      detail={detail}
      action={
        isOpen ? undefined : (
          <StepButton
            isNext={isNext}
            label={
              screening ? t('cases.overview.road.screening.again') : t('cases.overview.road.screening.record')
            }
            onClick={onOpen}
          />
        )
      }
    >
      {isOpen ? <ScreeningForm standing={standing} party={party} onClose={onClose} /> : null}
    </RoadStep>
  )
}
