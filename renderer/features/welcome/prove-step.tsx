import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import { drawTwo, isSameGroup, keyGroups } from './key-groups.ts'
import { stepLabel } from './step-label.ts'

interface ProveStepProps {
  readonly kit: RecoveryKit
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Two groups typed from the paper prove that it was written down and can be read. */
export function ProveStep({ kit, onBack, onDone }: ProveStepProps) {
  const groups = keyGroups(kit.recoveryKey)
  const [places] = useState(() => drawTwo(groups.length, randomBelow))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [isChecked, setChecked] = useState(false)
  const isRight = (index: number) => isSameGroup(typed[index] ?? '', groups[places[index] ?? 0] ?? '')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isRight(0) && isRight(1)) onDone()
    else setChecked(true)
  }

  return (
    <DoorPage title={t('welcome.prove.title')} lead={t('welcome.prove.lead')} step={stepLabel(4)}>
      <form onSubmit={submit}>
        <FormRow>
          {places.map((place, index) => (
            <TextInput
              key={place}
              label={t('welcome.prove.group', { number: place + 1 })}
              value={typed[index] ?? ''}
              autoFocus={index === 0}
              autoComplete="off"
              spellCheck={false}
              error={isChecked && !isRight(index) && t('welcome.prove.wrong', { number: place + 1 })}
              onChange={(event) => {
                setChecked(false)
                setTyped(typed.with(index, event.currentTarget.value))
              }}
            />
          ))}
        </FormRow>
        <FormActions>
          <Button type="submit">{t('welcome.prove.finish')}</Button>
          <Button variant="subtle" onClick={onBack}>
            {t('welcome.prove.lookAgain')}
          </Button>
        </FormActions>
      </form>
    </DoorPage>
  )
}

function randomBelow(limit: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn % limit
}
