import { useState } from 'react'
import { keyCare } from '#renderer/data/index.ts'
import type { KeyCareProblem, RecoveryKit } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { keyProblemWords } from './key-problem-words.ts'
import { KitStep, ProveStep } from './kit-steps.tsx'
import { ConfirmErasing, PassphraseStep } from './passphrase-step.tsx'

/** What the person wants of the keys. */
export type Task =
  | { readonly kind: 'kit' }
  | { readonly kind: 'renewal' }
  | { readonly kind: 'erase'; readonly caseId: string; readonly name: string }

interface KeyTaskProps {
  readonly task: Task
  readonly onCancel: () => void
  readonly onDone: () => void
}

type Step =
  | { readonly at: 'erase' }
  | { readonly at: 'passphrase' }
  | { readonly at: 'kit' | 'prove'; readonly kit: RecoveryKit }

/** Goes with the person from the passphrase to the new kit on paper; nothing changes before its last step. */
export function KeyTask({ task, onCancel, onDone }: KeyTaskProps) {
  const [step, setStep] = useState<Step>({ at: task.kind === 'erase' ? 'erase' : 'passphrase' })
  const [problem, setProblem] = useState<KeyCareProblem>()
  const [isBusy, setBusy] = useState(false)

  const prepare = async (current: string) => {
    setBusy(true)
    const prepared = await keyCare.prepareKit({ current, renew: task.kind !== 'kit' })
    setBusy(false)
    setProblem(prepared.ok ? undefined : prepared.error)
    if (prepared.ok) setStep({ at: 'kit', kit: prepared.value })
  }
  const finish = async () => {
    setBusy(true)
    const done = await (task.kind === 'erase' ? keyCare.eraseCase(task.caseId) : keyCare.confirmKit())
    setBusy(false)
    setProblem(done.ok ? undefined : done.error)
    if (done.ok) onDone()
  }
  return (
    <>
      {problem && <Notice tone="danger" live {...keyProblemWords(problem)} />}
      {step.at === 'erase' && task.kind === 'erase' && (
        <ConfirmErasing
          name={task.name}
          onCancel={onCancel}
          onConfirmed={() => setStep({ at: 'passphrase' })}
        />
      )}
      {step.at === 'passphrase' && (
        <PassphraseStep
          isRenewal={task.kind !== 'kit'}
          isBusy={isBusy}
          onCancel={onCancel}
          onGiven={(current) => void prepare(current)}
        />
      )}
      {step.at === 'kit' && (
        <KitStep kit={step.kit} onCancel={onCancel} onNext={() => setStep({ at: 'prove', kit: step.kit })} />
      )}
      {step.at === 'prove' && (
        <ProveStep
          kit={step.kit}
          kind={task.kind}
          isBusy={isBusy}
          onBack={() => setStep({ at: 'kit', kit: step.kit })}
          onDone={() => void finish()}
        />
      )}
    </>
  )
}
