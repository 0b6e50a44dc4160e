import { Select } from '@mantine/core'
import { issueCodes, issueNames } from '#shared/domain/authority/issue-codes.ts'
import type { IssueCode } from '#shared/domain/authority/issue-codes.ts'
import { t } from '#shared/i18n/index.ts'

interface IssueSelectProps {
  readonly value: IssueCode | null
  readonly ticked: readonly IssueCode[]
  readonly onChange: (issue: IssueCode) => void
  readonly error?: string | undefined
  readonly readOnly?: boolean
  readonly description?: string
}

/** Chooses the subject of a dispute; what the instrument ticks comes first. */
export function IssueSelect({
  value,
  ticked,
  onChange,
  error,
  readOnly = false,
  description,
}: IssueSelectProps) {
  const option = (code: IssueCode) => ({ value: code, label: `${code}  ${issueNames[code]}` })
  const others = issueCodes.filter((code) => !ticked.includes(code))
  const groups = [
    {
      group: t('disputes.form.ticked'),
      items: issueCodes.filter((code) => ticked.includes(code)).map(option),
    },
    { group: t('disputes.form.unticked'), items: others.map(option) },
  ]
  return (
    <Select
      label={t('disputes.form.issue')}
      description={description}
      searchable={!readOnly}
      readOnly={readOnly}
      required
      data={ticked.length === 0 ? others.map(option) : groups.filter(({ items }) => items.length > 0)}
      value={value}
      error={error}
      onChange={(code) => {
        const chosen = issueCodes.find((each) => each === code)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
