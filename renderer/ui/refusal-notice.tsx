import type { Refusal } from '#shared/commands/command.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import { Notice } from './notice.tsx'

interface RefusalNoticeProps {
  /** Why the last command was refused; nothing is shown without one. */
  readonly refusal: Refusal | undefined
  /** The people of the case, so that a sentence can name them. */
  readonly parties?: readonly { readonly id: string; readonly name: string }[]
}

/** Says why something was not done, and that what was typed is still there. */
export function RefusalNotice({ refusal, parties = [] }: RefusalNoticeProps) {
  if (!refusal) return null
  const sentence = describeRefusal(refusal, { parties, termIds: [] })
  return <Notice live tone="danger" title={sentence} kept={t('ui.refused.kept')} />
}
