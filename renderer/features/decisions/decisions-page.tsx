import { useRecord } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { usePathBelow } from '#renderer/ui/use-path-below.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { Builder } from './builder/builder.tsx'
import { DecisionList } from './decision-list.tsx'
import { IssuedDecision } from './issued/issued-decision.tsx'

/** The decisions of a case: the list, a draft in the builder, or what was issued. */
export function DecisionsPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const [decisionId, part] = usePathBelow()
  if (!matter) return <MissingPage where={[t('decisions.title')]} href="#/cases" back={t('shell.cases')} />
  if (decisionId === undefined) return <DecisionList matter={matter} />
  return <OneDecision key={decisionId} matter={matter} decisionId={decisionId} part={part} />
}

interface OneDecisionProps {
  readonly matter: RecordEntry<'case'>
  readonly decisionId: string
  readonly part: string | undefined
}

function OneDecision({ matter, decisionId, part }: OneDecisionProps) {
  const decision = useRecord('decision', decisionId)
  if (decision?.caseId !== matter.id) {
    const where = [matter.head.label, t('decisions.title')]
    return <MissingPage where={where} href={caseHref(matter.id, 'decisions')} back={t('decisions.title')} />
  }
  if (decision.head.state === 'issued') return <IssuedDecision matter={matter} decision={decision} />
  return <Builder matter={matter} decision={decision} part={part} />
}
