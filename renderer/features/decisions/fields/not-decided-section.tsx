import { Button, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { execute } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDecision } from '#shared/commands/decision-content.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import classes from './fields.module.css'
import { RemoveButton } from './row-button.tsx'

interface Request {
  readonly text: string
  readonly reason: string
}

/** What was asked for and stays outside the decision, each with its reason. */
export function NotDecidedSection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, body } = reading.setting
  const requests = useDraft<readonly Request[]>({
    saved: body.content.notDecided,
    save: (rows) =>
      execute(updateDecision, {
        decision: decision.id,
        notDecided: rows
          .filter(({ text, reason }) => text.trim() !== '' || reason.trim() !== '')
          .map(({ text, reason }) => ({ text, reason })),
      }),
  })
  const change = (index: number, part: Partial<Request>) => {
    const row = requests.value[index]
    if (row) requests.change(requests.value.with(index, { ...row, ...part }))
  }
  return (
    <div data-part="not-decided" className={classes.part}>
      <Section
        title={t('decisions.notDecided.title')}
        description={t('decisions.notDecided.description')}
        action={
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
            onClick={() => requests.change([...requests.value, { text: '', reason: '' }])}
          >
            {t('decisions.notDecided.add')}
          </Button>
        }
      >
        <Stack gap="md">
          {requests.value.map((row, index) => (
            // A request has no name but its place.
            <div key={index} className={classes.row}>
              <div className={classes.stack}>
                <LongTextArea
                  label={t('decisions.notDecided.text', { number: index + 1 })}
                  minRows={1}
                  value={row.text}
                  error={requests.problem && describeRefusal(requests.problem)}
                  onChange={(text) => change(index, { text })}
                  onBlur={() => void requests.flush()}
                />
                <LongTextArea
                  label={t('decisions.notDecided.reason')}
                  minRows={1}
                  value={row.reason}
                  onChange={(reason) => change(index, { reason })}
                  onBlur={() => void requests.flush()}
                />
              </div>
              <RemoveButton
                label={t('decisions.notDecided.remove', { number: index + 1 })}
                onClick={() => requests.change(requests.value.toSpliced(index, 1))}
              />
            </div>
          ))}
        </Stack>
      </Section>
    </div>
  )
}
