import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { execute } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDispute } from '#shared/commands/disputes.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import classes from './facilitation.module.css'
import { OutcomeForm } from './outcome-form.tsx'
import type { DisputeParts } from './parts.ts'

/** What was tried to bring agreement about, and how it ended. */
export function FacilitationSection(parts: DisputeParts) {
  const { dispute, body, canChange } = parts
  const { facilitation } = dispute.head
  const [isChanging, setChanging] = useState(false)
  const attempts = useDraft({
    saved: body.attempts,
    save: (text: string) => execute(updateDispute, { dispute: dispute.id, attempts: text }),
  })
  return (
    <div data-part="facilitation">
      <Section title={t('disputes.facilitation.title')} description={t('disputes.facilitation.description')}>
        <Stack gap="md">
          <LongTextArea
            label={t('disputes.facilitation.attempts')}
            minRows={4}
            value={attempts.value}
            readOnly={!canChange}
            error={attempts.problem && describeRefusal(attempts.problem)}
            onChange={attempts.change}
            onBlur={() => void attempts.flush()}
          />
          {facilitation && !isChanging ? (
            <Recorded {...parts} onChange={() => setChanging(true)} />
          ) : (
            canChange && <OutcomeForm {...parts} onDone={() => setChanging(false)} />
          )}
        </Stack>
      </Section>
    </div>
  )
}

function Recorded({ dispute, body, canChange, onChange }: DisputeParts & { readonly onChange: () => void }) {
  const { facilitation } = dispute.head
  if (!facilitation) return null
  const { outcome, on } = facilitation
  const reason = facilitation.outcome === 'urgent' ? facilitation.reason : ''
  const hasTerms = outcome === 'agreed' || outcome === 'partly-agreed'
  return (
    <div>
      <Notice
        tone={outcome === 'agreed' ? 'good' : 'info'}
        title={t(`disputes.facilitation.recorded.${outcome}`, { date: formatDate(on), reason })}
        action={
          canChange && (
            <Button variant="default" size="xs" onClick={onChange}>
              {t('disputes.facilitation.change')}
            </Button>
          )
        }
      />
      {hasTerms && (
        <ol className={classes.terms} aria-label={t('disputes.facilitation.terms')}>
          {body.agreedTerms.map((term, index) => (
            <li key={`${index}-${term}`}>{term}</li>
          ))}
        </ol>
      )}
    </div>
  )
}
