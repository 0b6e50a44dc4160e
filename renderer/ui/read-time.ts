/**
 * Reads a time of day as people type it (`14:05`, `1405`, `2.05 pm`, `9am`) and gives it as `14:05`.
 *
 * Undefined where the text is no time.
 */
export function readTime(text: string): string | undefined {
  const clean = text.trim().toLowerCase().replace(/\s+/g, '')
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(clean)
  if (!match) return undefined
  const typed = Number(match[1])
  const minute = Number(match[2] ?? '0')
  const half = match[3]?.charAt(0)
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined
  const hour = half === undefined ? typed : (typed % 12) + (half === 'p' ? 12 : 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
