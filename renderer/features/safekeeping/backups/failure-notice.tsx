import type { BackupFailure } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { failureWords } from './words.ts'

/** Why a backup, a check or a restore ended: what happened, what was kept, what to do. */
export function FailureNotice({ failure }: { readonly failure: BackupFailure | undefined }) {
  if (!failure) return null
  const tone = failure.code === 'cancelled' ? 'info' : 'danger'
  return <Notice live tone={tone} {...failureWords(failure)} />
}
