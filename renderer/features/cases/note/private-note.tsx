import { Button, Loader } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { execute, useBody } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './private-note.module.css'

/** The coordinator's own note on a case: saved as it is typed, blurred until asked for. */
export function PrivateNote({ caseId }: { readonly caseId: string }) {
  const { state, body } = useBody('case', caseId)
  return (
    <Section
      title={t('cases.overview.note.title')}
      description={t('cases.overview.note.lead')}
      action={<TierBadge tier="private" label={t('cases.overview.note.badge')} />}
    >
      {state === 'loading' && <Loader size="sm" color="var(--eh-ink-soft)" />}
      {state === 'failed' && (
        <Notice
          tone="danger"
          title={t('cases.overview.note.failed')}
          next={t('cases.overview.note.failedNext')}
        />
      )}
      {state === 'ready' && <NoteField key={caseId} caseId={caseId} saved={body.privateNote} />}
    </Section>
  )
}

function NoteField({ caseId, saved }: { readonly caseId: string; readonly saved: string }) {
  const { value, change, flush, problem } = useDraft({
    saved,
    save: (privateNote) => execute(updateCase, { case: caseId, privateNote }),
  })
  const [isShown, setShown] = useState(false)
  const isEmpty = value.trim() === ''
  const isHidden = !isShown && !isEmpty
  return (
    <div>
      <div
        className={`${classes.veil ?? ''} eh-confidential`}
        data-hidden={isHidden || undefined}
        inert={isHidden}
      >
        <LongTextArea
          hideLabel
          label={t('cases.overview.note.label')}
          // While blurred the words themselves are not on the page, so that no picture of it can be sharpened.
          value={isHidden ? value.slice(0, 600).replace(/\S/gu, 'x') : value}
          minRows={4}
          onChange={(next) => {
            setShown(true)
            change(next)
          }}
          onBlur={() => void flush()}
        />
      </div>
      <RefusalNotice refusal={problem} />
      {!isEmpty && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.toggle}
          leftSection={isHidden ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />}
          onClick={() => setShown(isHidden)}
        >
          {isHidden ? t('cases.overview.note.show') : t('cases.overview.note.hide')}
        </Button>
      )}
    </div>
  )
}
