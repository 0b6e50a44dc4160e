import { useState } from 'react'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { firstChoice } from '#renderer/ui/passphrase/passphrase-chooser.tsx'
import { ChooseStep } from './choose-step.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { IntroStep } from './intro-step.tsx'
import { KitStep } from './kit-step.tsx'
import { ProveStep } from './prove-step.tsx'

type Step =
  | { readonly name: 'intro' | 'choose' | 'confirm' }
  | { readonly name: 'kit' | 'prove'; readonly kit: RecoveryKit }

interface WelcomePageProps {
  readonly onDone: () => void
  /** Leads to a backup of another computer in place of a new vault. */
  readonly onRestore: () => void
}

/** The first start: what this is, a passphrase, a recovery kit on paper, and the proof that it can be read. */
export function WelcomePage({ onDone, onRestore }: WelcomePageProps) {
  const [step, setStep] = useState<Step>({ name: 'intro' })
  const [choice, setChoice] = useState(firstChoice)

  const keepKit = (kit: RecoveryKit) => {
    setChoice(firstChoice) // The passphrase is in use now; the page forgets it.
    setStep({ name: 'kit', kit })
  }

  switch (step.name) {
    case 'intro':
      return <IntroStep onNext={() => setStep({ name: 'choose' })} onRestore={onRestore} />
    case 'choose':
      return (
        <ChooseStep
          choice={choice}
          onChange={setChoice}
          onBack={() => setStep({ name: 'intro' })}
          onNext={() => setStep({ name: 'confirm' })}
        />
      )
    case 'confirm':
      return <ConfirmStep choice={choice} onBack={() => setStep({ name: 'choose' })} onCreated={keepKit} />
    case 'kit':
      return <KitStep kit={step.kit} onNext={() => setStep({ name: 'prove', kit: step.kit })} />
    case 'prove':
      return (
        <ProveStep kit={step.kit} onBack={() => setStep({ name: 'kit', kit: step.kit })} onDone={onDone} />
      )
  }
}
