import type { KeyCareProblem } from '#renderer/data/index.ts'
import { t } from '#shared/i18n/index.ts'

interface ProblemWords {
  readonly title: string
  readonly kept: string
  readonly next: string
}

/** Says why the keys could not be changed. */
export function keyProblemWords(problem: KeyCareProblem): ProblemWords {
  const name = nameOf(problem)
  const seconds = problem.code === 'wrong-passphrase' ? problem.retryInSeconds : 0
  return {
    title: t(`keys.problems.${name}.title`),
    kept: t(`keys.problems.${name}.kept`),
    next: t(`keys.problems.${name}.next`, { seconds }),
  }
}

function nameOf({ code }: KeyCareProblem): 'wrongPassphrase' | 'damaged' | 'notWritten' | 'gone' | 'other' {
  switch (code) {
    case 'wrong-passphrase':
      return 'wrongPassphrase'
    case 'damaged-records':
      return 'damaged'
    case 'disk-full':
    case 'folder-unwritable':
    case 'not-saved':
    case 'store-unavailable':
      return 'notWritten'
    case 'nothing-prepared':
      return 'gone'
    default:
      return 'other'
  }
}
