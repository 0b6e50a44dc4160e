import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { KitPaper } from '#renderer/ui/kit/kit-paper.tsx'
import { ProveGroups } from '#renderer/ui/kit/prove-groups.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'

interface KitStepProps {
  readonly kit: RecoveryKit
  readonly onCancel: () => void
  readonly onNext: () => void
}

/** The new kit as a page to print or to copy. */
export function KitStep({ kit, onCancel, onNext }: KitStepProps) {
  return (
    <Section title={t('keys.task.kitStep')} description={t('keys.task.kitLead')} isStep>
      <KitPaper kit={kit} />
      <FormActions>
        <Button onClick={onNext}>{t('keys.task.onPaper')}</Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('keys.task.print')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('keys.task.cancel')}
        </Button>
      </FormActions>
    </Section>
  )
}

interface ProveStepProps {
  readonly kit: RecoveryKit
  readonly kind: 'kit' | 'renewal' | 'erase'
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Two groups from the paper; with them the change is made. */
export function ProveStep({ kit, kind, isBusy, onBack, onDone }: ProveStepProps) {
  const labels = {
    kit: t('keys.task.finishKit'),
    renewal: t('keys.task.finishRenewal'),
    erase: t('keys.erase.finish'),
  }
  return (
    <Section title={t('keys.task.proveStep')} description={t('keys.task.proveLead')} isStep>
      <ProveGroups
        recoveryKey={kit.recoveryKey}
        finishLabel={labels[kind]}
        isBusy={isBusy}
        onDone={onDone}
        other={
          <Button variant="default" disabled={isBusy} onClick={onBack}>
            {t('keys.task.lookAgain')}
          </Button>
        }
      />
    </Section>
  )
}
