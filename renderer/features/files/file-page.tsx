import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { fileTypeOf } from '#shared/domain/attachment/file-type.ts'
import { isShown } from '#shared/domain/attachment/image-size.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { CopyButton, CopyWords } from './copy-part.tsx'
import { DetailsPart } from './details-part.tsx'
import classes from './files.module.css'
import { Picture } from './picture.tsx'
import { RemovePart } from './remove-part.tsx'
import { useCopy } from './use-copy.ts'
import { kindWords, sizeWords } from './words.ts'

export interface FileParts {
  readonly matter: RecordEntry<'case'>
  readonly file: RecordEntry<'attachment'>
}

/** One file: what is in it where that can be shown safely, what is known of it, and the ways out. */
export function FilePage({ matter, file }: FileParts) {
  const { head } = file
  const type = fileTypeOf(head.mediaType)
  const copy = useCopy(file)
  return (
    <Page
      title={head.title}
      where={[matter.head.label, t('files.title')]}
      action={<CopyButton file={file} copy={copy} />}
    >
      <CopyWords status={copy.status} sizeBytes={head.sizeBytes} />
      <Section title={t('files.content')}>
        {isShown(type) ? (
          <Picture file={file} type={type} />
        ) : (
          <Notice tone="info" title={t('files.notShown')} next={t('files.notShownNext')} />
        )}
      </Section>
      <DetailsPart matter={matter} file={file} />
      <Section title={t('files.facts.title')}>
        <DefinitionList
          items={[
            { label: t('files.facts.name'), value: head.fileName },
            { label: t('files.facts.kind'), value: kindWords(head.mediaType) },
            { label: t('files.facts.size'), value: sizeWords(head.sizeBytes) },
            {
              label: t('files.facts.fingerprint'),
              value: (
                <>
                  <code className={classes.code}>{head.sha256}</code>
                  <span className={classes.soft}>{t('files.facts.fingerprintHelp')}</span>
                </>
              ),
            },
          ]}
        />
      </Section>
      <RemovePart matter={matter} file={file} />
    </Page>
  )
}
