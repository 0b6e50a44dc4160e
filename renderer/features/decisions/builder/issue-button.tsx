import { Button } from '@mantine/core'
import { useState } from 'react'
import { flushDrafts, useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { issueDecision } from '#shared/commands/decisions.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from './read-builder.ts'

/** Issues the draft after asking; a closed gate says what is missing and nothing happens. */
export function IssueButton({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter } = reading.setting
  const issue = useCommand(issueDecision)
  const [isAsked, setAsked] = useState(false)
  const [isUnsaved, setUnsaved] = useState(false)
  const confirm = async () => {
    // What is issued never changes again, so it must hold every word that stands on the screen.
    const isSaved = await flushDrafts()
    setUnsaved(!isSaved)
    if (!isSaved) return
    // Issued, the page shows the document in place of the builder, and this dialog goes with it.
    await issue.run({ decision: decision.id })
  }
  const ask = () => {
    setUnsaved(false)
    setAsked(true)
  }
  const word = reading.word.toLowerCase()
  return (
    <>
      <Button onClick={ask}>{t('decisions.builder.issueWord', { word })}</Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('decisions.builder.issueTitle', { word })}
        body={
          <>
            <p>{t('decisions.builder.issueBody')}</p>
            <p>{t('decisions.builder.issueNext')}</p>
            {isUnsaved && (
              <Notice
                live
                tone="danger"
                title={t('decisions.builder.unsaved')}
                next={t('decisions.builder.unsavedNext')}
              />
            )}
            <RefusalNotice refusal={issue.refusal} parties={matter.head.parties} />
          </>
        }
        confirmLabel={t('decisions.builder.issueNow')}
        loading={issue.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
