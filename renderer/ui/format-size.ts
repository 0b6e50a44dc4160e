import { formatNumber } from '#shared/i18n/format.ts'

/** Writes a number of bytes as "12 MB"; what is smaller than one megabyte as "640 kB". */
export function formatSize(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000))} kB`
  return `${formatNumber(Math.round(bytes / 1_000_000))} MB`
}
