import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { resumeCase } from '#shared/commands/cases.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { CaseStanding } from '../queries.ts'
import { EndForm } from './end-form.tsx'
import { SuspendForm } from './suspend-form.tsx'

/** Whether the work is open, and the ways to suspend, resume and end it. */
export function Standing({ standing }: { readonly standing: CaseStanding }) {
  const [form, setForm] = useState<'none' | 'suspend' | 'end'>('none')
  const { run, state, refusal } = useCommand(resumeCase)
  const { head, id } = standing.entry
  const done = () => setForm('none')
  return (
    <Section title={t('cases.overview.standing.title')} description={standingWords(head)}>
      {form === 'suspend' && <SuspendForm standing={standing} onDone={done} />}
      {form === 'end' && <EndForm standing={standing} onDone={done} />}
      {form === 'none' && head.status.state !== 'ended' && (
        <Group gap="sm">
          {head.status.state === 'suspended' ? (
            <Button variant="default" loading={state === 'running'} onClick={() => void run({ case: id })}>
              {t('cases.overview.standing.resume')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setForm('suspend')}>
              {t('cases.overview.standing.suspend')}
            </Button>
          )}
          <Button variant="default" onClick={() => setForm('end')}>
            {t('cases.overview.standing.end')}
          </Button>
        </Group>
      )}
      <RefusalNotice refusal={refusal} parties={head.parties} />
    </Section>
  )
}

function standingWords({ status, activatedOn }: CaseHead): string {
  if (status.state === 'suspended')
    return t('cases.overview.standing.suspended', { date: formatDate(status.on), reason: status.reason })
  if (status.state === 'ended') {
    const facts = {
      date: formatDate(status.on),
      how: t(`cases.overview.standing.hows.${status.how}`),
      reason: status.reason,
    }
    return status.reason === ''
      ? t('cases.overview.standing.ended', facts)
      : t('cases.overview.standing.endedBecause', facts)
  }
  return activatedOn === null
    ? t('cases.overview.standing.notOpen')
    : t('cases.overview.standing.openSince', { date: formatDate(activatedOn) })
}
