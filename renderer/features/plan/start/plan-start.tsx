import { Button } from '@mantine/core'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { DropZone } from './drop-zone.tsx'
import { TypeForm } from './type-form.tsx'
import { useReading, type ReadFile } from './use-reading.ts'

interface PlanStartProps {
  readonly caseId: string
  readonly where: readonly string[]
  readonly today: string
  readonly hasPlan: boolean
  readonly onRead: (file: ReadFile) => void
  readonly onTyped: (planId: string | undefined) => void
}

/** Where a plan comes from: a Word file, or the keyboard. */
export function PlanStart({ caseId, where, today, hasPlan, onRead, onTyped }: PlanStartProps) {
  const { reading, choose, stop } = useReading(onRead)
  return (
    <Page
      title={t('plan.title')}
      where={where}
      lead={t('plan.leadNone')}
      width="reading"
      action={
        hasPlan ? (
          <Button variant="default" onClick={() => onTyped(undefined)}>
            {t('plan.back')}
          </Button>
        ) : undefined
      }
    >
      <DropZone reading={reading} onChoose={(file) => void choose(file)} onStop={stop} />
      <Section title={t('plan.start.typeTitle')} description={t('plan.start.typeLead')}>
        <TypeForm caseId={caseId} today={today} onTyped={onTyped} />
      </Section>
    </Page>
  )
}
