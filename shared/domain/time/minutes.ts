/** Writes minutes for people: `3 h 35 min`, `45 min`, `2 h`, and from a day on `8 d 7 h 30 min`. */
export function formatMinutes(total: number): string {
  const minutes = Math.abs(total)
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return `${total < 0 ? '−' : ''}${written.join(' ') || '0 min'}`
}
