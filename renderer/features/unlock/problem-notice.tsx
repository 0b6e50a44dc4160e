import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import type { Attempt } from './use-attempt.ts'
import { problemWords } from './problem-words.ts'

/** Why the vault did not open, what was kept, what to do, and how long until the next try. */
export function ProblemNotice({ attempt }: { readonly attempt: Attempt }) {
  if (!attempt.problem) return null
  const { title, kept, next } = problemWords(attempt.problem.code)
  const hasWait = 'retryInSeconds' in attempt.problem
  return (
    <Notice
      tone="danger"
      live
      title={title}
      kept={kept}
      next={
        <>
          {next}{' '}
          {/* The seconds run without being read out one by one. */}
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
