import { Button } from '@mantine/core'
import { useState } from 'react'
import { useReadOnly, vaultFiles } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { Refusal } from '#shared/commands/command.ts'
import { t } from '#shared/i18n/index.ts'
import type { FileParts } from './file-page.tsx'

/** Takes a file out of the vault, after a question. */
export function RemovePart({ matter, file }: FileParts) {
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined)
  const isReadOnly = useReadOnly()
  const remove = async () => {
    setBusy(true)
    const removed = await vaultFiles.remove(file)
    setBusy(false)
    setAsking(false)
    if (removed.ok) location.hash = caseHref(matter.id, 'files')
    else setRefusal(removed.error)
  }
  return (
    <Section
      title={t('files.remove.title')}
      description={t('files.remove.description')}
      action={
        <Button variant="default" disabled={isReadOnly} onClick={() => setAsking(true)}>
          {t('files.remove.button')}
        </Button>
      }
    >
      <RefusalNotice refusal={refusal} />
      <ConfirmDialog
        opened={isAsking}
        title={t('files.remove.ask', { title: file.head.title })}
        body={t('files.remove.body')}
        confirmLabel={t('files.remove.confirm')}
        tone="danger"
        loading={isBusy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </Section>
  )
}
