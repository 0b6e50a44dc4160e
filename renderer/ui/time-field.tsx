import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '#shared/i18n/index.ts'
import { readTime } from './read-time.ts'

interface TimeFieldProps {
  readonly label: string
  /** A time of day as `14:05`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly required?: boolean
  readonly disabled?: boolean
  readonly description?: string
  readonly error?: string | undefined
}

/** A time of day that is typed: `14:05`, `1405`, `2.05 pm`. What cannot be read stays in the field with a sentence. */
export function TimeField({
  label,
  value,
  onChange,
  required = false,
  disabled = false,
  description,
  error,
}: TimeFieldProps) {
  const [text, setText] = useState(value ?? '')
  const [reported, setReported] = useState(value)
  const [left, setLeft] = useState(false)
  if (value !== reported) {
    setReported(value)
    setText(value ?? '')
  }

  const change = (next: string) => {
    const read = readTime(next) ?? null
    setText(next)
    setLeft(false)
    setReported(read)
    if (read !== value) onChange(read)
  }

  const leave = () => {
    setLeft(true)
    if (value !== null) setText(value)
  }

  const isEmpty = text.trim() === ''
  const problem = isEmpty
    ? required
      ? t('ui.time.required')
      : undefined
    : readTime(text)
      ? undefined
      : t('ui.time.notATime')
  return (
    <TextInput
      label={label}
      value={text}
      autoComplete="off"
      spellCheck={false}
      required={required}
      disabled={disabled}
      description={description}
      error={error ?? (left ? problem : undefined)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}
