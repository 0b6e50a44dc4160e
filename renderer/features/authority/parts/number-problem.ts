/** Reads a whole number as typed; undefined where it is none, or out of range. */
export function readWhole(typed: string, least: number, most: number): number | undefined {
  if (!/^\d{1,6}$/u.test(typed.trim())) return undefined
  const value = Number(typed)
  return value >= least && value <= most ? value : undefined
}

/** Reads a share in per cent, with a point or a comma: `33.33`, `33,33`. */
export function readPercent(typed: string): number | undefined {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/u.test(typed.trim())) return undefined
  const value = Number(typed.trim().replace(',', '.'))
  return value <= 100 ? value : undefined
}
