import { execute } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDecision } from '#shared/commands/decision-content.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import classes from './fields.module.css'

export type TextFieldName =
  'issueSubmitted' | 'information' | 'findings' | 'reasons' | 'unchanged' | 'feesText' | 'correctionNote'

interface DraftTextProps {
  readonly reading: BuilderReading
  readonly name: TextFieldName
  /** The part of the page that links of the gate lead to. */
  readonly part?: string
  readonly label: string
  readonly description: string
  readonly minRows?: number
}

/** One long text of a draft, saved while it is typed. */
export function DraftText({ reading, name, part = name, label, description, minRows = 4 }: DraftTextProps) {
  const { decision, body } = reading.setting
  const text = useDraft({
    saved: body.content[name],
    save: (value: string) => execute(updateDecision, { decision: decision.id, [name]: value }),
  })
  return (
    <div data-part={part} className={classes.part}>
      <LongTextArea
        label={label}
        description={description}
        minRows={minRows}
        value={text.value}
        error={text.problem && describeRefusal(text.problem)}
        onChange={text.change}
        onBlur={() => void text.flush()}
      />
    </div>
  )
}

/** The usual texts of a document, by the names of the catalogue. */
export function NamedText({
  reading,
  name,
  part,
  minRows,
}: {
  readonly reading: BuilderReading
  readonly name: Exclude<TextFieldName, 'feesText'>
  readonly part?: string
  readonly minRows?: number
}) {
  return (
    <DraftText
      reading={reading}
      name={name}
      label={t(`decisions.fields.${name}`)}
      description={t(`decisions.fields.${name}Help`)}
      {...(part === undefined ? {} : { part })}
      {...(minRows === undefined ? {} : { minRows })}
    />
  )
}
