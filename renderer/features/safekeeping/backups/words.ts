import type { BackupFailure } from '#renderer/data/index.ts'
import { formatDateTime, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'

const kibi = 1024

/** Writes a size as people read it: "12 KB", "1.4 GB". */
export function sizeWords(bytes: number): string {
  if (bytes < kibi) return t('backups.size.bytes', { size: formatNumber(bytes) })
  if (bytes < kibi ** 2) return t('backups.size.kilobytes', { size: formatNumber(Math.round(bytes / kibi)) })
  if (bytes < kibi ** 3) return t('backups.size.megabytes', { size: oneDecimal(bytes / kibi ** 2) })
  return t('backups.size.gigabytes', { size: oneDecimal(bytes / kibi ** 3) })
}

function oneDecimal(value: number): string {
  return formatNumber(Math.round(value * 10) / 10)
}

/** Writes an instant in the zone of this computer, as the names of the files do. */
export function whenWords(instant: string): string {
  return formatDateTime(instant, new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

export interface FailureWords {
  readonly title: string
  readonly kept: string
  readonly next: string
}

/** Puts a failure into words. */
export function failureWords({ code }: BackupFailure): FailureWords {
  return {
    title: t(`backups.failures.${code}.title`),
    kept: t(`backups.failures.${code}.kept`),
    next: t(`backups.failures.${code}.next`),
  }
}
