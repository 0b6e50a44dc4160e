import { Stack, TextInput } from '@mantine/core'
import { execute } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { updateDecision } from '#shared/commands/decision-content.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import classes from './fields.module.css'

/** When it was told, written and takes effect, and where it is signed. */
export function DatesSection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter, body } = reading.setting
  const today = dateIn(matter.head.zone, useNow())
  const { oralOn, writtenOn, effectiveOn } = decision.head
  const update = (part: { oralOn?: string | null; writtenOn?: string | null; effectiveOn?: string | null }) =>
    void execute(updateDecision, { decision: decision.id, ...part })
  const signedAt = useDraft({
    saved: body.content.signedAt,
    save: (place: string) => execute(updateDecision, { decision: decision.id, signedAt: place }),
  })
  return (
    <div data-part="dates" className={classes.part}>
      <Section title={t('decisions.dates.title')}>
        <Stack gap="md">
          <FormRow>
            <DateField
              label={t('decisions.dates.written')}
              description=""
              value={writtenOn}
              today={today}
              onChange={(on) => update({ writtenOn: on })}
              required
            />
            <DateField
              label={t('decisions.dates.effective')}
              description=""
              value={effectiveOn}
              today={today}
              onChange={(on) => update({ effectiveOn: on })}
              required
            />
          </FormRow>
          <FormRow>
            <DateField
              label={t('decisions.dates.oral')}
              description={t('decisions.dates.oralHelp')}
              value={oralOn}
              today={today}
              onChange={(on) => update({ oralOn: on })}
            />
            <TextInput
              label={t('decisions.fields.signedAt')}
              description={t('decisions.fields.signedAtHelp')}
              value={signedAt.value}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => signedAt.change(event.currentTarget.value)}
              onBlur={() => void signedAt.flush()}
            />
          </FormRow>
        </Stack>
      </Section>
    </div>
  )
}
