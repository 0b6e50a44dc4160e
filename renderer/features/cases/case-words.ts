import { t } from '#shared/i18n/index.ts'
import type { CaseStage, StageBlock } from '#shared/domain/case/stage.ts'

/** Names the step that comes next, in the words of a to-do list. */
export function nextStep(stage: CaseStage, block: StageBlock | null): string {
  if (stage === 'suspended') return t('cases.next.resume')
  if (stage === 'active' || stage === 'ended') return t('cases.next.nothing')
  if (block === null) return t('cases.next.start')
  if (block.code === 'screening-missing')
    return t('cases.next.screening-missing', { who: block.parties.join(', ') })
  return t(`cases.next.${block.code}`)
}
