import { formatMinutes } from '#shared/domain/time/minutes.ts'

/** Writes a length of time in hours and minutes, readable by machines too. */
export function MinutesText({ minutes }: { readonly minutes: number }) {
  return <time dateTime={`PT${Math.max(0, Math.round(minutes))}M`}>{formatMinutes(minutes)}</time>
}
