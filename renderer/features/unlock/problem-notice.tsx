import type { VaultProblem } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import type { Attempt } from './use-attempt.ts'
import { problemWords } from './problem-words.ts'

/** Why the vault did not open, what was kept, what to do, and how long until the next try. */
export function ProblemNotice({ attempt }: { readonly attempt: Attempt }) {
  if (!attempt.problem) return null
  const { title, kept, next } = problemWords(codeOf(attempt.problem))
  const hasWait = 'retryInSeconds' in attempt.problem && attempt.problem.retryInSeconds > 0
  return (
    <Notice
      tone="danger"
      live
      title={title}
      kept={kept}
      next={
        <>
          {next} {/* The seconds run without being read out one by one. */}
          {hasWait && (
            <span aria-live="off" className="eh-num">
              {attempt.secondsToWait > 0
                ? t('unlock.wait', { seconds: attempt.secondsToWait })
                : t('unlock.waitOver')}
            </span>
          )}
        </>
      }
    />
  )
}

// A key that fails its own checksum was mistyped; that it belongs to another vault would be the wrong advice.
function codeOf(problem: VaultProblem): string {
  const isMistyped = problem.code === 'wrong-recovery-key' && problem.reason === 'mistyped'
  return isMistyped ? 'mistyped-recovery-key' : problem.code
}
