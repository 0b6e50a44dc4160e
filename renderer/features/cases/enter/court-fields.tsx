import { Radio, TextInput } from '@mantine/core'
import { FieldGroup, FormRow } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './enter-family.module.css'
import type { FieldProblems } from './family-draft.ts'

export interface CourtDraft {
  readonly hasCourt: boolean
  readonly courtName: string
  readonly registry: string
  readonly fileNumber: string
}

interface CourtFieldsProps {
  readonly court: CourtDraft
  readonly problems: FieldProblems
  readonly onChange: (fields: Partial<CourtDraft>) => void
}

/** The court file, or that there is none. What was typed stays when one changes one's mind. */
export function CourtFields({ court, problems, onChange }: CourtFieldsProps) {
  return (
    <FieldGroup legend={t('cases.enter.court')}>
      <Radio.Group
        aria-label={t('cases.enter.court')}
        value={court.hasCourt ? 'file' : 'none'}
        onChange={(value) => onChange({ hasCourt: value === 'file' })}
      >
        <div className={classes.choices}>
          <Radio value="none" label={t('cases.enter.courtKinds.none')} />
          <Radio value="file" label={t('cases.enter.courtKinds.file')} />
        </div>
      </Radio.Group>
      {court.hasCourt && (
        <FormRow>
          <TextInput
            label={t('cases.enter.courtName')}
            required
            value={court.courtName}
            error={problems.get('courtName')}
            onChange={(event) => onChange({ courtName: event.currentTarget.value })}
          />
          <TextInput
            label={t('cases.enter.registry')}
            value={court.registry}
            error={problems.get('registry')}
            onChange={(event) => onChange({ registry: event.currentTarget.value })}
          />
          <TextInput
            label={t('cases.enter.fileNumber')}
            value={court.fileNumber}
            error={problems.get('fileNumber')}
            onChange={(event) => onChange({ fileNumber: event.currentTarget.value })}
          />
        </FormRow>
      )}
    </FieldGroup>
  )
}
