import { Button } from '@mantine/core'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { ProveGroups } from '#renderer/ui/kit/prove-groups.tsx'
import { t } from '#shared/i18n/index.ts'
import { stepLabel } from './step-label.ts'

interface ProveStepProps {
  readonly kit: RecoveryKit
  readonly onBack: () => void
  readonly onDone: () => void
}

/** The paper is proved before the vault is entered. */
export function ProveStep({ kit, onBack, onDone }: ProveStepProps) {
  return (
    <DoorPage title={t('welcome.prove.title')} lead={t('welcome.prove.lead')} step={stepLabel(4)}>
      <ProveGroups
        recoveryKey={kit.recoveryKey}
        finishLabel={t('welcome.prove.finish')}
        onDone={onDone}
        other={
          <Button variant="subtle" onClick={onBack}>
            {t('welcome.prove.lookAgain')}
          </Button>
        }
      />
    </DoorPage>
  )
}
