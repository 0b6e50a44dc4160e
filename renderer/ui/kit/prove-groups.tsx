import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { t } from '#shared/i18n/index.ts'
import { FormActions, FormRow } from '../form-parts.tsx'
import { useFocusWhenLost } from '../use-focus-when-lost.ts'
import { drawTwo, isSameGroup, keyGroups } from './key-groups.ts'

interface ProveGroupsProps {
  readonly recoveryKey: string
  readonly finishLabel: string
  readonly isBusy?: boolean
  readonly onDone: () => void
  /** A second button, e.g. the way back to the paper. */
  readonly other?: ReactNode
}

/** Two groups typed from the paper prove that it was written down and can be read. */
export function ProveGroups({ recoveryKey, finishLabel, isBusy = false, onDone, other }: ProveGroupsProps) {
  const groups = keyGroups(recoveryKey)
  const [places] = useState(() => drawTwo(groups.length, randomBelow))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [isChecked, setChecked] = useState(false)
  const field = useFocusWhenLost<HTMLInputElement>(isBusy, 'change')
  const isRight = (index: number) => isSameGroup(typed[index] ?? '', groups[places[index] ?? 0] ?? '')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isRight(0) && isRight(1)) onDone()
    else setChecked(true)
  }

  return (
    <form onSubmit={submit}>
      <FormRow>
        {places.map((place, index) => (
          <TextInput
            key={place}
            {...(index === 0 ? { ref: field } : {})}
            label={t('welcome.prove.group', { number: place + 1 })}
            value={typed[index] ?? ''}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck={false}
            disabled={isBusy}
            error={isChecked && !isRight(index) && t('welcome.prove.wrong', { number: place + 1 })}
            onChange={(event) => {
              setChecked(false)
              setTyped(typed.with(index, event.currentTarget.value))
            }}
          />
        ))}
      </FormRow>
      <FormActions>
        <Button type="submit" loading={isBusy}>
          {finishLabel}
        </Button>
        {other}
      </FormActions>
    </form>
  )
}

function randomBelow(limit: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn % limit
}
