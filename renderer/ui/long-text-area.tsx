import { Textarea } from '@mantine/core'
import type { FocusEventHandler, Ref } from 'react'
import { useId } from 'react'
import classes from './long-text-area.module.css'

interface LongTextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly minRows?: number
  readonly description?: string
  readonly error?: string | undefined
  /** Keeps the label for screen readers alone, where a heading already says it. */
  readonly hideLabel?: boolean
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly onBlur?: FocusEventHandler<HTMLTextAreaElement>
  readonly ref?: Ref<HTMLTextAreaElement>
}

/**
 * A plain text area for long text that grows with it.
 *
 * Dictation programs write into it as into any plain field; there is never a placeholder inside,
 * which some of them would take for text.
 */
export function LongTextArea(props: LongTextAreaProps) {
  const {
    label,
    value,
    onChange,
    minRows = 6,
    description,
    error,
    hideLabel = false,
    required = false,
  } = props
  const id = useId()
  return (
    <Textarea
      id={id}
      ref={props.ref}
      value={value}
      rows={minRows}
      style={{ '--rows': String(minRows) }}
      required={required}
      readOnly={props.readOnly === true}
      description={description}
      error={error}
      classNames={{ input: classes.input ?? '' }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
      {...(hideLabel ? { 'aria-label': label } : { label })}
    />
  )
}
