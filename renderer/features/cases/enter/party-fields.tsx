import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { FieldGroup } from '#renderer/ui/form-parts.tsx'
import { HomeMark } from '#renderer/ui/home-mark.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './enter-family.module.css'
import type { FieldProblems, PersonDraft } from './family-draft.ts'

const mostParties = 8
const homes = ['pine', 'plum'] as const

interface PartyFieldsProps {
  readonly parties: readonly PersonDraft[]
  readonly problems: FieldProblems
  readonly onChange: (parties: readonly PersonDraft[]) => void
}

/** The people between whom one works: two at least, each with the mark that stands for the home from now on. */
export function PartyFields({ parties, problems, onChange }: PartyFieldsProps) {
  const change = (key: string, fields: Partial<PersonDraft>) =>
    onChange(parties.map((party) => (party.key === key ? { ...party, ...fields } : party)))
  return (
    <FieldGroup legend={t('cases.enter.parents')} description={t('cases.enter.parentsHelp')}>
      <div className={classes.people}>
        {parties.map((party, index) => (
          <PartyRow
            key={party.key}
            party={party}
            index={index}
            problem={problems.get(`party:${party.key}`)}
            onChange={(fields) => change(party.key, fields)}
            onRemove={() => onChange(parties.filter(({ key }) => key !== party.key))}
          />
        ))}
      </div>
      {parties.length < mostParties && (
        <Button
          variant="subtle"
          className={classes.add}
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() => onChange([...parties, { key: `p${Date.now()}`, name: '', role: 'other' }])}
        >
          {t('cases.enter.addPerson')}
        </Button>
      )}
    </FieldGroup>
  )
}

interface PartyRowProps {
  readonly party: PersonDraft
  readonly index: number
  readonly problem: string | undefined
  readonly onChange: (fields: Partial<PersonDraft>) => void
  readonly onRemove: () => void
}

function PartyRow({ party, index, problem, onChange, onRemove }: PartyRowProps) {
  const letter = String.fromCharCode(65 + index)
  const isExtra = index >= 2
  const label =
    party.role === 'parent' ? t('cases.enter.letter', { letter }) : t('cases.enter.person', { letter })
  return (
    <div className={classes.row} data-extra={isExtra || undefined}>
      <span className={classes.mark}>
        <HomeMark
          home={homes[index] ?? 'none'}
          initials={initialsWhileTyping(party.name) || letter}
          size={32}
        />
      </span>
      <TextInput
        className={classes.name}
        label={label}
        aria-label={t('cases.enter.nameOf', { who: label })}
        autoComplete="off"
        spellCheck={false}
        autoFocus={index === 0 || isExtra}
        value={party.name}
        error={problem}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {isExtra && (
        <>
          <NativeSelect
            className={classes.role}
            label={t('cases.enter.role', { letter })}
            value={party.role}
            data={[
              { value: 'parent', label: t('cases.enter.roles.parent') },
              { value: 'other', label: t('cases.enter.roles.other') },
            ]}
            onChange={(event) =>
              onChange({ role: event.currentTarget.value === 'parent' ? 'parent' : 'other' })
            }
          />
          <RemoveButton label={t('cases.enter.removePerson', { letter })} onClick={onRemove} />
        </>
      )}
    </div>
  )
}

/** Takes a line out of a form. */
export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.remove}
      aria-label={label}
      onClick={onClick}
    >
      <IconX size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}

function initialsWhileTyping(name: string): string {
  const words = name
    .slice(0, 200)
    .split(/[\s-]+/u)
    .filter(Boolean)
  return words
    .slice(0, 3)
    .map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0]?.toUpperCase() ?? '')
    .join('')
}
