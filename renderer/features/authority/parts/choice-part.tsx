import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import type { Draft } from '#renderer/ui/use-draft.ts'
import classes from '../authority.module.css'

interface ChoicePartProps<T extends string> {
  readonly label: string
  readonly draft: Draft<T>
  readonly choices: readonly { readonly value: T; readonly label: string; readonly explain?: ReactNode }[]
}

/** One choice out of few, each explained in plain words. */
export function ChoicePart<T extends string>({ label, draft, choices }: ChoicePartProps<T>) {
  return (
    <>
      <Radio.Group
        aria-label={label}
        value={draft.value}
        onChange={(picked) => {
          const choice = choices.find(({ value }) => value === picked)
          if (choice) draft.change(choice.value)
        }}
      >
        <div className={classes.choices}>
          {choices.map(({ value, label: name, explain }) => (
            <Radio key={value} value={value} label={name} description={explain} />
          ))}
        </div>
      </Radio.Group>
      <RefusalNotice refusal={draft.problem} />
    </>
  )
}
