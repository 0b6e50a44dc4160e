import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { t } from '#shared/i18n/index.ts'

/** A minute on the clock of the case while it is typed: either half may still be missing. */
export interface DayTime {
  readonly day: string | null
  readonly time: string | null
}

export const noDayTime: DayTime = { day: null, time: null }

/** Takes `2026-10-21T15:25` apart. */
export function dayTimeOf(at: string | null): DayTime {
  const [day = null, time = null] = at?.split('T') ?? []
  return { day, time }
}

/** The whole minute, or null while a half is missing. */
export function minuteOf({ day, time }: DayTime): string | null {
  return day === null || time === null ? null : `${day}T${time}`
}

interface DayTimeFieldProps {
  /** What the minute is, such as "From". */
  readonly what: string
  readonly value: DayTime
  readonly onChange: (value: DayTime) => void
}

/** A day and a time side by side. */
export function DayTimeField({ what, value, onChange }: DayTimeFieldProps) {
  return (
    <FormRow>
      <DateField
        label={t('decisions.arithmetic.day', { what })}
        description=""
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <TimeField
        label={t('decisions.arithmetic.time', { what })}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </FormRow>
  )
}
