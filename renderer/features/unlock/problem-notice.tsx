import type { VaultProblem } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import type { Attempt } from './use-attempt.ts'
import { BrokenStorage } from './broken-storage.tsx'
import { isNewer, problemWords } from './problem-words.ts'
import { SaveCopy } from './save-copy.tsx'

/** Why the vault did not open, what was kept, what to do, and how long until the next try. */
export function ProblemNotice({ attempt }: { readonly attempt: Attempt }) {
  if (!attempt.problem) return null
  if (attempt.problem.code === 'store-broken') return <BrokenStorage />
  const { title, kept, next } = problemWords(codeOf(attempt.problem))
  const hasWait = 'retryInSeconds' in attempt.problem && attempt.problem.retryInSeconds > 0
  return (
    <Notice
      tone="danger"
      live
      title={title}
      kept={kept}
      {...(isNewer(attempt.problem.code) ? { action: <SaveCopy /> } : {})}
      next={
        <>
          {next} {/* The seconds run without being read out one by one. */}
          {hasWait && (
            <span aria-live="off" className="eh-num">
              {attempt.secondsToWait > 0
                ? t('unlock.wait', { count: attempt.secondsToWait })
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
