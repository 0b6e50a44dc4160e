import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Clause, ClauseHead } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './clauses-section.module.css'

interface ClausePickerProps {
  readonly clauses: readonly ClauseHead[]
  /** The clauses with their texts, once they are opened. */
  readonly texts: readonly Clause[]
  readonly onPick: (clauseId: string) => void
}

const longestList = 60

/** Finds a clause of the plan by its number or its words, by keyboard alone. */
export function ClausePicker({ clauses, texts, onPick }: ClausePickerProps) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setTyped('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const textOf = (id: string) => texts.find((clause) => clause.id === id)?.text ?? ''
  const found = clauses.filter((clause) =>
    fits(`${clause.citation} ${clause.heading} ${textOf(clause.id)}`, typed),
  )
  return (
    <Combobox
      store={combobox}
      width={560}
      position="bottom-start"
      onOptionSubmit={(id) => {
        onPick(id)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          disabled={clauses.length === 0}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('disputes.plan.cite')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          aria-label={t('disputes.plan.find')}
          placeholder={t('disputes.plan.find')}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
        />
        <Combobox.Options className={classes.options} aria-label={t('disputes.plan.cite')}>
          {found.length === 0 && <Combobox.Empty>{t('disputes.plan.nothing', { typed })}</Combobox.Empty>}
          {found.slice(0, longestList).map(({ id, citation, heading }) => (
            <Combobox.Option key={id} value={id}>
              <span className="eh-num">¶ {citation}</span> {heading}
              <span className={classes.option}>{textOf(id)}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function fits(text: string, typed: string): boolean {
  const wanted = typed.toLowerCase().replace(/[¶§]/g, '').split(/\s+/).filter(Boolean)
  const words = text.toLowerCase()
  return wanted.every((part) => words.includes(part))
}
