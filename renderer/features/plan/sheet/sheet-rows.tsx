import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { Clause } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import { ClauseCell } from './clause-cell.tsx'
import { ClauseEditor } from './clause-editor.tsx'
import type { PlanEdits } from './plan-edits.ts'
import type { PlanRow } from './plan-rows.ts'
import type { PlanTarget } from './plan-target.ts'
import { SourceCell } from './source-cell.tsx'
import classes from './sheet.module.css'

interface SheetRowsProps {
  readonly rows: readonly PlanRow[]
  readonly clauses: readonly Clause[]
  readonly edits: PlanEdits
  readonly searched: string
  readonly target: PlanTarget | undefined
}

/** The rows of a plan. What is out of sight costs no layout, so that thousands of clauses scroll at once. */
export function SheetRows({ rows, clauses, edits, searched, target }: SheetRowsProps) {
  const [editedId, setEditedId] = useState<string | undefined>(undefined)
  const list = useRef<HTMLOListElement>(null)
  const edit = useCallback((clauseId: string) => setEditedId(clauseId), [])
  useEffect(() => {
    if (target) bringIntoView(list.current, target)
  }, [target])
  // The button that opened a clause is there again only once the clause is drawn closed.
  const closedId = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (editedId !== undefined || closedId.current === undefined) return
    focusClause(list.current, closedId.current)
    closedId.current = undefined
  }, [editedId])
  const done = (clauseId: string) => {
    closedId.current = clauseId
    setEditedId(undefined)
  }
  return (
    <>
      <div className={classes.heads} aria-hidden>
        <span>{t('plan.sheet.original')}</span>
        <span>{t('plan.sheet.clauses')}</span>
      </div>
      <ol ref={list} className={classes.rows} aria-label={t('plan.sheet.label')}>
        {rows.map((row) =>
          row.clauses.some(({ id }) => id === editedId) ? (
            <EditedRow
              key={row.key}
              row={row}
              clauses={clauses}
              edits={edits}
              editedId={editedId ?? ''}
              onEdit={edit}
              onDone={done}
            />
          ) : (
            <Row key={row.key} row={row} searched={searched} targetId={targetIn(row, target)} onEdit={edit} />
          ),
        )}
      </ol>
    </>
  )
}

interface RowProps {
  readonly row: PlanRow
  readonly searched: string
  readonly targetId: string | undefined
  readonly onEdit: (clauseId: string) => void
}

const Row = memo(
  function Row({ row, searched, targetId, onEdit }: RowProps) {
    return (
      <li className={classes.row} data-outside={row.clauses.length === 0 || undefined}>
        <SourceCell paragraphs={row.paragraphs} />
        <div className={classes.clauses}>
          {row.clauses.length === 0 && <p className={classes.outside}>{t('plan.sheet.outside')}</p>}
          {row.clauses.map((clause) => (
            <ClauseCell
              key={clause.id}
              clause={clause}
              searched={searched}
              isTarget={clause.id === targetId}
              onEdit={onEdit}
            />
          ))}
        </div>
      </li>
    )
  },
  (one, other) =>
    one.searched === other.searched &&
    one.targetId === other.targetId &&
    one.onEdit === other.onEdit &&
    isSameRow(one.row, other.row),
)

interface EditedRowProps {
  readonly row: PlanRow
  readonly clauses: readonly Clause[]
  readonly edits: PlanEdits
  readonly editedId: string
  readonly onEdit: (clauseId: string) => void
  readonly onDone: (clauseId: string) => void
}

function EditedRow({ row, clauses, edits, editedId, onEdit, onDone }: EditedRowProps) {
  return (
    <li className={classes.row} data-edited>
      <SourceCell paragraphs={row.paragraphs} />
      <div className={classes.clauses}>
        {row.clauses.map((clause) =>
          clause.id === editedId ? (
            <ClauseEditor
              key={clause.id}
              clause={clause}
              clauses={clauses}
              edits={edits}
              onEdit={onEdit}
              onDone={onDone}
            />
          ) : (
            <ClauseCell key={clause.id} clause={clause} searched="" isTarget={false} onEdit={onEdit} />
          ),
        )}
      </div>
    </li>
  )
}

function targetIn(row: PlanRow, target: PlanTarget | undefined): string | undefined {
  return row.clauses.find(({ id }) => id === target?.clauseId)?.id
}

/** A commit brings equal clauses as new objects; only a real difference draws a row again. */
function isSameRow(one: PlanRow, other: PlanRow): boolean {
  return (
    one.paragraphs.length === other.paragraphs.length &&
    one.paragraphs[0]?.index === other.paragraphs[0]?.index &&
    one.clauses.length === other.clauses.length &&
    one.clauses.every((clause, index) => isSameClause(clause, other.clauses[index]))
  )
}

function isSameClause(one: Clause, other: Clause | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.citation === other.citation &&
    one.heading === other.heading &&
    one.text === other.text
  )
}

function bringIntoView(list: HTMLElement | null, { clauseId, paragraph }: PlanTarget): void {
  const selector =
    clauseId === undefined ? `[data-paragraph="${paragraph}"]` : `[data-clause="${CSS.escape(clauseId)}"]`
  const scroll = () => list?.querySelector(selector)?.scrollIntoView({ block: 'center' })
  scroll()
  // Rows above are measured only as they come into sight; the second time they have been.
  requestAnimationFrame(() => requestAnimationFrame(scroll))
}

function focusClause(list: HTMLElement | null, clauseId: string): void {
  list?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clauseId)}"] button`)?.focus()
}
