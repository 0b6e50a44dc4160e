import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { t } from '#shared/i18n/index.ts'
import { RestoreSteps } from './restore-steps.tsx'

interface RestorePageProps {
  /** Whether a vault is on this computer that stays beside. */
  readonly hasVault: boolean
  readonly onBack: () => void
}

/** Restoring before any vault is open: on a new computer, or when the vault here does not open. */
export function RestorePage({ hasVault, onBack }: RestorePageProps) {
  return (
    <DoorPage title={t('backups.restore.title')} lead={t('backups.restore.doorLead')}>
      <RestoreSteps hasVault={hasVault} onBack={onBack} />
    </DoorPage>
  )
}
