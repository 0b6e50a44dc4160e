import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { FieldGroup } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import formClasses from '../enter/enter-family.module.css'
import { RemoveButton } from '../enter/party-fields.tsx'
import type { CounselDraft } from './details-draft.ts'

const mostCounsel = 20

interface CounselFieldsProps {
  readonly rows: readonly CounselDraft[]
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly problems: ReadonlyMap<string, string>
  readonly onChange: (rows: readonly CounselDraft[]) => void
}

/** Counsel of each parent and of the children. A line left empty is none. */
export function CounselFields({ rows, parties, problems, onChange }: CounselFieldsProps) {
  const change = (key: string, fields: Partial<CounselDraft>) =>
    onChange(rows.map((counsel) => (counsel.key === key ? { ...counsel, ...fields } : counsel)))
  const clients = [
    ...parties.map(({ id, name }) => ({ value: id, label: name.slice(0, 80) })),
    { value: '', label: t('cases.overview.details.forChild') },
  ]
  return (
    <FieldGroup legend={t('cases.overview.who.counsel')}>
      {rows.map((counsel, index) => (
        <div className={formClasses.row} key={counsel.key}>
          <TextInput
            className={formClasses.name}
            label={t('cases.overview.details.counselName', { number: index + 1 })}
            value={counsel.name}
            error={problems.get(`counsel:${counsel.key}`)}
            onChange={(event) => change(counsel.key, { name: event.currentTarget.value })}
          />
          <TextInput
            className={formClasses.role}
            label={t('cases.overview.details.counselFirm', { number: index + 1 })}
            value={counsel.firm}
            error={problems.get(`firm:${counsel.key}`)}
            onChange={(event) => change(counsel.key, { firm: event.currentTarget.value })}
          />
          <NativeSelect
            className={formClasses.role}
            label={t('cases.overview.details.counselFor', { number: index + 1 })}
            value={counsel.partyId}
            data={clients}
            onChange={(event) => change(counsel.key, { partyId: event.currentTarget.value })}
          />
          <RemoveButton
            label={t('cases.overview.details.removeCounsel', { number: index + 1 })}
            onClick={() => onChange(rows.filter(({ key }) => key !== counsel.key))}
          />
        </div>
      ))}
      {rows.length < mostCounsel && (
        <Button
          variant="subtle"
          className={formClasses.add}
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() =>
            onChange([...rows, { key: `k${Date.now()}`, name: '', firm: '', partyId: parties[0]?.id ?? '' }])
          }
        >
          {t('cases.overview.details.addCounsel')}
        </Button>
      )}
    </FieldGroup>
  )
}
