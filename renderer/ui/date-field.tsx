import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatDate, formatWeekday } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { dateProblemText } from './date-problem-text.ts'
import { readDate } from './read-date.ts'

interface DateFieldProps {
  readonly label: string
  /** A date as `2026-10-16`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Today in the practice's time zone; without it the computer's own. */
  readonly today?: string
  readonly min?: string
  readonly max?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly description?: string
  readonly error?: string | undefined
  /** Names what is wrong at once: the form was sent with this field as it is. */
  readonly isTried?: boolean
  /** Told when the text is, or stops being, no date that may be taken. */
  readonly onInvalid?: (isInvalid: boolean) => void
  /** Told when the field is left empty; a date that is only being mended is not. */
  readonly onEmptied?: () => void
}

/**
 * A date that is typed, not picked from a grid: `Fri 16 Oct 2026`, `2026-10-16`, `today`.
 *
 * What cannot be read stays in the field with a sentence; the value is then null, and nothing typed is lost.
 */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, today = localToday(), min, max, onInvalid } = props
  const [text, setText] = useState(value === null ? '' : formatDate(value))
  const [reported, setReported] = useState(value)
  const [left, setLeft] = useState(false)

  // The value changed from outside: by an undo, another record, a form that was emptied.
  if (value !== reported) {
    setReported(value)
    setText(value === null ? '' : formatDate(value))
  }

  const problem = dateProblemText(text, { today, min, max, required: props.required === true })
  const isInvalid = problem !== undefined
  useEffect(() => onInvalid?.(isInvalid), [isInvalid, onInvalid])

  const change = (next: string) => {
    setText(next)
    setLeft(false)
    const fits = dateProblemText(next, { today, min, max, required: false }) === undefined
    const read = readDate(next, today)
    const taken = fits && read.ok ? read.value : null
    setReported(taken)
    if (taken !== value) onChange(taken)
  }

  const leave = () => {
    setLeft(true)
    if (value !== null) setText(formatDate(value))
    else if (text.trim() === '') props.onEmptied?.()
  }

  return (
    <TextInput
      label={label}
      value={text}
      autoComplete="off"
      spellCheck={false}
      required={props.required === true}
      disabled={props.disabled === true}
      description={props.description ?? t('ui.date.help')}
      error={props.error ?? (left || props.isTried === true ? problem : undefined)}
      rightSection={value === null ? null : <Weekday iso={value} />}
      rightSectionWidth="6.5rem"
      rightSectionPointerEvents="none"
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}

function Weekday({ iso }: { readonly iso: string }) {
  return (
    <span style={{ fontSize: 'var(--mantine-font-size-xs)', color: 'var(--eh-ink-soft)' }}>
      {formatWeekday(iso)}
    </span>
  )
}

function localToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
