import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '#renderer/ui/notice.tsx'
import type { BuiltDocument } from '#shared/documents/build-document.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { EarlierReceipts } from './earlier-receipts.tsx'
import { HeldBackList } from './held-back-list.tsx'
import { LeakCheck } from './leak-check.tsx'
import type { RecipientChoice } from './recipients.ts'
import { SendButtons } from './send-buttons.tsx'
import classes from './send-panel.module.css'
import type { Subject } from './subject.ts'

interface SendPanelProps {
  readonly matter: RecordEntry<'case'>
  readonly subject: Subject
  readonly built: BuiltDocument
  readonly choices: readonly RecipientChoice[]
  readonly choice: RecipientChoice
  readonly onChoose: (value: string) => void
}

/** Beside the sheet: for whom it is, what stays behind, what was found, and the ways out. */
export function SendPanel({ matter, subject, built, choices, choice, onChoose }: SendPanelProps) {
  const { model, heldBack, findings } = built
  const [reason, setReason] = useState('')
  // A finding that turns up later was not looked at, whatever was ticked before.
  const shown = JSON.stringify(findings)
  const [lookedAt, setLookedAt] = useState<string | undefined>(undefined)
  const hasLooked = lookedAt === shown
  const isBlocked = findings.some(({ canOverride }) => !canOverride)
  const mayLeave = findings.length === 0 || (!isBlocked && hasLooked && reason.trim() !== '')
  return (
    <Stack gap="lg" className={classes.panel}>
      <Select
        label={t('documents.send.recipient')}
        {...(subject.document === 'case-file' ? {} : { description: t('documents.send.sameForAll') })}
        value={choice.value}
        data={choices.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => value !== null && onChoose(value)}
      />
      <div>
        <h2 className={classes.title}>{t('documents.send.regime')}</h2>
        <p className={classes.words}>{model.legend}.</p>
      </div>
      {model.status === 'draft' && (
        <Notice tone="warning" title={t('documents.send.draft')} next={t('documents.send.draftNext')} />
      )}
      {model.warnings.includes('longer-than-one-page') && (
        <Notice tone="warning" title={t('documents.send.longer')} next={t('documents.send.longerNext')} />
      )}
      <HeldBackList heldBack={heldBack} />
      <LeakCheck
        findings={findings}
        isBlocked={isBlocked}
        reason={reason}
        onReason={setReason}
        hasLooked={hasLooked}
        onLooked={(looked) => setLookedAt(looked ? shown : undefined)}
      />
      <SendButtons
        matter={matter}
        subject={subject}
        built={built}
        recipient={choice.label}
        reason={reason}
        mayLeave={mayLeave}
      />
      <EarlierReceipts matter={matter} subject={subject} />
    </Stack>
  )
}
