import { useMemo } from 'react'
import { useRecord } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { usePathBelow } from '#renderer/ui/use-path-below.ts'
import { t } from '#shared/i18n/index.ts'
import { DocumentList } from './document-list.tsx'
import { subjectOf } from './send/subject.ts'
import { SendPage } from './send/send-page.tsx'

/** The documents of a case: what can leave and what left, or one of them on its way out. */
export function DocumentsPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const [document, decisionId = ''] = usePathBelow()
  const decision = useRecord('decision', decisionId)
  const subject = useMemo(() => subjectOf(document ?? '', caseId, decision), [document, caseId, decision])
  if (!matter) return <MissingPage where={[t('documents.title')]} href="#/cases" back={t('shell.cases')} />
  if (document === undefined) return <DocumentList matter={matter} />
  if (!subject) {
    const where = [matter.head.label, t('documents.title')]
    return <MissingPage where={where} href={caseHref(caseId, 'documents')} back={t('documents.title')} />
  }
  return <SendPage key={`${document}/${decisionId}`} matter={matter} subject={subject} />
}
