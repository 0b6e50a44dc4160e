import { Button } from '@mantine/core'
import { generatePassphrase, passphraseStrength } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { PassphraseChooser } from '#renderer/ui/passphrase/passphrase-chooser.tsx'
import type { PassphraseChoice } from '#renderer/ui/passphrase/passphrase-chooser.tsx'
import { t } from '#shared/i18n/index.ts'
import { stepLabel } from './step-label.ts'

interface ChooseStepProps {
  readonly choice: PassphraseChoice
  readonly onChange: (choice: PassphraseChoice) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

const tools = { generate: generatePassphrase, strength: passphraseStrength }

/** The choice of the passphrase. */
export function ChooseStep({ choice, onChange, onBack, onNext }: ChooseStepProps) {
  return (
    <DoorPage
      title={t('welcome.passphrase.title')}
      lead={t('welcome.passphrase.lead')}
      step={stepLabel(1)}
      width="wide"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (choice.isFit) onNext()
        }}
      >
        <PassphraseChooser tools={tools} choice={choice} onChange={onChange} />
        <FormActions>
          <Button type="submit" disabled={!choice.isFit}>
            {choice.kind === 'words' ? t('welcome.passphrase.goOnWords') : t('welcome.passphrase.goOnOwn')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('welcome.back')}
          </Button>
        </FormActions>
      </form>
    </DoorPage>
  )
}
