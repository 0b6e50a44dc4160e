import { useRecord } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { usePathBelow } from '#renderer/ui/use-path-below.ts'
import { t } from '#shared/i18n/index.ts'
import { FileList } from './file-list.tsx'
import { FilePage } from './file-page.tsx'

/** The files of a case, or one of them. */
export function FilesPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const [fileId = ''] = usePathBelow()
  const file = useRecord('attachment', fileId)
  if (!matter) return <MissingPage where={[t('files.title')]} href="#/cases" back={t('shell.cases')} />
  if (fileId === '') return <FileList matter={matter} />
  if (file?.caseId !== caseId) {
    const where = [matter.head.label, t('files.title')]
    return <MissingPage where={where} href={caseHref(caseId, 'files')} back={t('files.back')} />
  }
  return <FilePage key={fileId} matter={matter} file={file} />
}
