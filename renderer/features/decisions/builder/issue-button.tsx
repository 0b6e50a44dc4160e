import { Button } from '@mantine/core'
import { useState } from 'react'
import { flushDrafts, useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { issueDecision } from '#shared/commands/decisions.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from './read-builder.ts'

/** Issues the draft after asking; a closed gate says what is missing and nothing happens. */
export function IssueButton({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter } = reading.setting
  const issue = useCommand(issueDecision)
  const [isAsked, setAsked] = useState(false)
  const confirm = async () => {
    await flushDrafts()
    // Issued, the page shows the document in place of the builder, and this dialog goes with it.
    await issue.run({ decision: decision.id })
  }
  const word = reading.word.toLowerCase()
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('decisions.builder.issueWord', { word })}</Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('decisions.builder.issueTitle', { word })}
        body={
          <>
            <p>{t('decisions.builder.issueBody')}</p>
            <p>{t('decisions.builder.issueNext')}</p>
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
