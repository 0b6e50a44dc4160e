import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { FieldGroup } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './enter-family.module.css'
import type { ChildDraft, FieldProblems } from './family-draft.ts'
import { RemoveButton } from './party-fields.tsx'

const mostChildren = 20

interface ChildrenFieldsProps {
  readonly rows: readonly ChildDraft[]
  readonly problems: FieldProblems
  readonly onChange: (rows: readonly ChildDraft[]) => void
}

/** The children: a name and, if known, the year of birth. A line left empty is none. */
export function ChildrenFields({ rows, problems, onChange }: ChildrenFieldsProps) {
  const change = (key: string, fields: Partial<ChildDraft>) =>
    onChange(rows.map((child) => (child.key === key ? { ...child, ...fields } : child)))
  return (
    <FieldGroup legend={t('cases.enter.children')} description={t('cases.enter.childrenHelp')}>
      {rows.map((child, index) => (
        <div className={classes.row} key={child.key}>
          <TextInput
            className={classes.name}
            label={t('cases.enter.child', { number: index + 1 })}
            autoComplete="off"
            spellCheck={false}
            autoFocus={index > 0 && child.name === ''}
            value={child.name}
            error={problems.get(`child:${child.key}`)}
            onChange={(event) => change(child.key, { name: event.currentTarget.value })}
          />
          <TextInput
            className={classes.year}
            label={t('cases.enter.birthYear')}
            aria-label={t('cases.enter.birthYearOf', { number: index + 1 })}
            inputMode="numeric"
            autoComplete="off"
            value={child.birthYear}
            error={problems.get(`year:${child.key}`)}
            onChange={(event) => change(child.key, { birthYear: event.currentTarget.value })}
          />
          <RemoveButton
            label={t('cases.enter.removeChild', { number: index + 1 })}
            onClick={() => onChange(rows.filter(({ key }) => key !== child.key))}
          />
        </div>
      ))}
      {rows.length < mostChildren && (
        <Button
          variant="subtle"
          className={classes.add}
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() => onChange([...rows, { key: `c${Date.now()}`, name: '', birthYear: '' }])}
        >
          {t('cases.enter.addChild')}
        </Button>
      )}
    </FieldGroup>
  )
}
