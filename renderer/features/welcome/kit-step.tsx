import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import { KitPaper } from '#renderer/ui/kit/kit-paper.tsx'
import { stepLabel } from './step-label.ts'
import classes from './welcome.module.css'

interface KitStepProps {
  readonly kit: RecoveryKit
  readonly onNext: () => void
}

/** The recovery kit as a page to print or to copy. */
export function KitStep({ kit, onNext }: KitStepProps) {
  return (
    <DoorPage title={t('welcome.kit.title')} lead={t('welcome.kit.lead')} step={stepLabel(3)} width="wide">
      <KitPaper kit={kit} />
      <p className={classes.hint}>{t('welcome.kit.printHint')}</p>
      <FormActions>
        <Button onClick={onNext}>{t('welcome.kit.goOn')}</Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('welcome.kit.print')}
        </Button>
      </FormActions>
    </DoorPage>
  )
}
