import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { correctDecision } from '#shared/commands/decisions.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

interface CorrectButtonProps {
  readonly matter: RecordEntry<'case'>
  readonly decision: RecordEntry<'decision'>
}

/** Begins a correction: a new document. One that is begun already is opened instead of a second. */
export function CorrectButton({ matter, decision }: CorrectButtonProps) {
  const correct = useCommand(correctDecision)
  const [, navigate] = useLocation()
  const [isAsked, setAsked] = useState(false)
  const begun = useRecords('decision', matter.id).find(
    ({ head }) => head.corrects === decision.id && head.state === 'draft',
  )
  const open = (id: string) => navigate(caseHref(matter.id, 'decisions', id).slice(1))
  const confirm = async () => {
    const result = await correct.run({ decision: decision.id })
    if (result.ok) open(result.value.id)
  }
  if (decision.head.correctedBy !== null) return null
  return (
    <>
      <Button variant="default" onClick={() => (begun ? open(begun.id) : setAsked(true))}>
        {begun ? t('decisions.issued.openDraft') : t('decisions.issued.correct')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('decisions.issued.correctTitle')}
        body={
          <>
            {t('decisions.issued.correctBody')}
            <RefusalNotice refusal={correct.refusal} />
          </>
        }
        confirmLabel={t('decisions.issued.correctNow')}
        loading={correct.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
