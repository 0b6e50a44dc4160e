import { Button, TextInput } from '@mantine/core'
import { IconListNumbers, IconPlus, IconSearch, IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useDeferredValue, useMemo, useState } from 'react'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import type { Clause, SourceParagraph } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import { AddClauseForm } from './add-clause-form.tsx'
import type { PlanEdits } from './plan-edits.ts'
import { planRows, searchPlanRows } from './plan-rows.ts'
import type { PlanTarget } from './plan-target.ts'
import classes from './sheet.module.css'
import { SheetRows } from './sheet-rows.tsx'

interface PlanSheetProps {
  readonly clauses: readonly Clause[]
  readonly paragraphs: readonly SourceParagraph[]
  readonly edits: PlanEdits
  /** Another tool at the end of the line, e.g. undo. */
  readonly tool?: ReactNode
  /** The clause, or the paragraph of the original, to bring into view. */
  readonly target?: PlanTarget | undefined
}

/** The clauses of a plan beside its original, searched while one types and changed in place. */
export function PlanSheet({ clauses, paragraphs, edits, tool, target }: PlanSheetProps) {
  const [typed, setTyped] = useState('')
  const [isAdding, setAdding] = useState(false)
  const searched = useDeferredValue(typed)
  const rows = useMemo(() => planRows(clauses, paragraphs), [clauses, paragraphs])
  const found = useMemo(() => searchPlanRows(rows, searched), [rows, searched])
  const count = found.reduce((sum, row) => sum + row.clauses.length, 0)
  return (
    <div className={classes.sheet} data-typed={paragraphs.length === 0 || undefined}>
      <Toolbar
        label={t('plan.sheet.tools')}
        end={
          <>
            {tool}
            <AddButton onClick={() => setAdding(true)} />
          </>
        }
      >
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t('plan.sheet.search')}
          placeholder={t('plan.sheet.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className={classes.count} role="status">
          {searched.trim() === ''
            ? t('plan.sheet.count', { count: clauses.length })
            : t('plan.sheet.found', { count, all: clauses.length })}
        </p>
      </Toolbar>
      {isAdding && (
        <AddClauseForm
          onAdd={(clause) => edits.add(null, clause)}
          onDone={() => {
            setAdding(false)
            setTyped('')
          }}
        />
      )}
      {found.length === 0 ? (
        <NothingFound typed={searched} onShowAll={() => setTyped('')} isEmpty={clauses.length === 0} />
      ) : (
        <SheetRows rows={found} clauses={clauses} edits={edits} searched={searched} target={target} />
      )}
    </div>
  )
}

function AddButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="default" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={onClick}>
      {t('plan.sheet.add')}
    </Button>
  )
}

interface NothingFoundProps {
  readonly typed: string
  readonly isEmpty: boolean
  readonly onShowAll: () => void
}

function NothingFound({ typed, isEmpty, onShowAll }: NothingFoundProps) {
  if (isEmpty && typed.trim() === '')
    return (
      <EmptyState
        icon={IconListNumbers}
        title={t('plan.sheet.noClauses')}
        hint={t('plan.sheet.noClausesHint')}
      />
    )
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('plan.sheet.nothing', { typed: typed.trim().slice(0, 60) })}
      hint={t('plan.sheet.nothingHint')}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t('plan.sheet.showAll')}
        </Button>
      }
    />
  )
}
