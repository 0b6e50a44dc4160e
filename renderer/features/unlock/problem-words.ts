import { t } from '#shared/i18n/index.ts'
import { unlock } from '#shared/i18n/en/unlock.ts'

export interface ProblemWords {
  readonly title: string
  readonly kept: string
  readonly next: string
}

type KnownProblem = keyof typeof unlock.problems

/** Puts a problem of the vault into words; a code without words of its own gets the general ones. */
export function problemWords(code: string): ProblemWords {
  const name: KnownProblem = isKnown(code) ? code : 'unknown'
  return {
    title: t(`unlock.problems.${name}.title`),
    kept: t(`unlock.problems.${name}.kept`),
    next: t(`unlock.problems.${name}.next`),
  }
}

/** Tells whether the vault was left alone because a newer program or browser wrote it. */
export function isNewer(code: string): boolean {
  return code === 'newer-vault' || code === 'newer-engine'
}

function isKnown(code: string): code is KnownProblem {
  return Object.hasOwn(unlock.problems, code)
}
