import { HomeMark } from '#renderer/ui/home-mark.tsx'
import type { MarkChoice } from './mark-choices.ts'
import classes from './mark-listbox.module.css'

interface MarkListboxProps {
  readonly id: string
  readonly label: string
  readonly choices: readonly MarkChoice[]
  readonly active: number
  readonly onChoose: (choice: MarkChoice) => void
}

/** The small list that opens at `@` and `#`; the cursor stays in the text, the arrows move in the list. */
export function MarkListbox({ id, label, choices, active, onChoose }: MarkListboxProps) {
  return (
    <ul id={id} role="listbox" aria-label={label} className={classes.list}>
      {choices.map((choice, index) => (
        <li
          key={choice.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={classes.option}
          // The press must not take the focus out of the text.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(choice)
          }}
        >
          {choice.speaker && choice.speaker.home !== 'none' && (
            <HomeMark home={choice.speaker.home} initials={choice.speaker.initials} size={22} />
          )}
          {choice.label}
        </li>
      ))}
    </ul>
  )
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}
