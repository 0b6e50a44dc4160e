import { maxLineLength } from '#shared/domain/values.ts'
import { t } from '#shared/i18n/index.ts'

/** Why a line is too long to be kept; undefined when it fits. What was typed stays in its field. */
export function lineProblem(line: string): string | undefined {
  const { length } = line.trim()
  return length > maxLineLength ? t('ui.lineTooLong', { longest: maxLineLength, length }) : undefined
}
