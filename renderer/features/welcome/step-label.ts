import { t } from '#shared/i18n/index.ts'

/** Says which of the four steps this is. */
export function stepLabel(step: 1 | 2 | 3 | 4): string {
  return t('welcome.step', { step, steps: 4 })
}
