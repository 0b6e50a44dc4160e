import { Select, Stack, TextInput } from '@mantine/core'
import { execute, useReadOnly, useRecords } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { changeAttachment } from '#shared/commands/attachments.ts'
import { ok } from '#shared/domain/result.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { Tier } from '#shared/domain/values.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import type { FileParts } from './file-page.tsx'

interface Details {
  readonly title: string
  readonly receivedOn: string | null
  readonly from: string | null
  readonly dispute: string | null
  readonly tier: Tier
}

/** What is said about a file; saves itself. */
export function DetailsPart({ matter, file }: FileParts) {
  const { head } = file
  const today = dateIn(matter.head.zone, useNow())
  const disputes = useRecords('dispute', matter.id)
  const isReadOnly = useReadOnly()
  const draft = useDraft<Details>({
    saved: {
      title: head.title,
      receivedOn: head.receivedOn,
      from: head.fromPartyId,
      dispute: head.disputeId,
      tier: head.tier,
    },
    save: async ({ receivedOn, title, ...rest }) => {
      // A title or a date that is still being typed is said beside its field, and not saved.
      if (receivedOn === null || title.trim() === '' || lineProblem(title) !== undefined) return ok()
      return execute(changeAttachment, { attachment: file.id, title, receivedOn, ...rest })
    },
  })
  const { value } = draft
  const change = (part: Partial<Details>) => draft.change({ ...value, ...part })
  const choose = (part: Partial<Details>) => {
    change(part)
    void draft.flush()
  }
  const refused = draft.problem && describeRefusal(draft.problem)
  const missing = value.title.trim() === '' ? t('files.about.nameMissing') : lineProblem(value.title)
  return (
    <Section title={t('files.about.title')} description={t('files.about.help')}>
      <Stack gap="md">
        <TextInput
          label={t('files.about.name')}
          value={value.title}
          error={missing ?? refused}
          disabled={isReadOnly}
          autoComplete="off"
          onChange={(event) => change({ title: event.currentTarget.value })}
          onBlur={() => void draft.flush()}
        />
        <FormRow>
          <DateField
            label={t('files.about.received')}
            value={value.receivedOn}
            today={today}
            disabled={isReadOnly}
            onChange={(receivedOn) => change({ receivedOn })}
          />
          <Choice
            label={t('files.about.from')}
            none={t('files.about.fromNobody')}
            value={value.from}
            data={matter.head.parties.map(({ id, name }) => ({ value: id, label: name }))}
            isDisabled={isReadOnly}
            onChange={(from) => choose({ from })}
          />
        </FormRow>
        <FormRow>
          <Choice
            label={t('files.about.dispute')}
            none={t('files.about.noDispute')}
            value={value.dispute}
            data={disputes.map(({ id, head: { number, title } }) => ({
              value: id,
              label: t('files.dispute', { number, title }),
            }))}
            isDisabled={isReadOnly}
            onChange={(dispute) => choose({ dispute })}
          />
          <Select
            label={t('files.about.tier')}
            description={t(`files.about.tierHelp.${value.tier}`)}
            value={value.tier}
            data={Tier.options.map((tier) => ({ value: tier, label: t(`sessions.tiers.${tier}`) }))}
            disabled={isReadOnly}
            allowDeselect={false}
            onChange={(tier) => choose({ tier: Tier.options.find((each) => each === tier) ?? value.tier })}
          />
        </FormRow>
      </Stack>
    </Section>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly none: string
  readonly value: string | null
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly isDisabled: boolean
  readonly onChange: (value: string | null) => void
}

/** A choice that may also be none. */
function Choice({ label, none, value, data, isDisabled, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: none }, ...data]}
      disabled={isDisabled}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  )
}
