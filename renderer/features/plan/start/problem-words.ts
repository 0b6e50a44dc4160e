import { t } from '#shared/i18n/index.ts'
import type { PlanImportProblem } from '../import-plan.ts'

/** Says what is wrong with a file, and what to do with it. */
export function problemWords(problem: PlanImportProblem): { readonly title: string; readonly next: string } {
  const title =
    problem.code === 'not-word'
      ? t('plan.problems.not-word.title', { what: t(`plan.problems.foreign.${problem.found}`) })
      : t(`plan.problems.${problem.code}.title`)
  return { title, next: t(`plan.problems.${problem.code}.next`) }
}
