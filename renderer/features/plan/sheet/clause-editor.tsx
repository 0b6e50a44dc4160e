import { Button, Group, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useDraft, type DraftProblem } from '#renderer/ui/use-draft.ts'
import type { Clause } from '#shared/domain/plan/plan.ts'
import { ok } from '#shared/domain/result.ts'
import { t } from '#shared/i18n/index.ts'
import { AddClauseForm } from './add-clause-form.tsx'
import type { EditResult, PlanEdits } from './plan-edits.ts'
import { nextCitation } from './plan-rows.ts'
import { SplitForm } from './split-form.tsx'
import classes from './sheet.module.css'

interface ClauseEditorProps {
  readonly clause: Clause
  readonly clauses: readonly Clause[]
  readonly edits: PlanEdits
  readonly onEdit: (clauseId: string) => void
  readonly onDone: (clauseId: string) => void
}

/** Changes one clause where it stands; number, heading and words are kept as they are typed. */
export function ClauseEditor({ clause, clauses, edits, onEdit, onDone }: ClauseEditorProps) {
  const { id } = clause
  const { citation, heading, text, flush } = useClauseDrafts(clause, edits)
  const area = useRef<HTMLTextAreaElement>(null)
  const [open, setOpen] = useState<'none' | 'split' | 'add' | 'remove'>('none')
  const [offset, setOffset] = useState(0)
  const [refusal, setRefusal] = useState<DraftProblem | undefined>(undefined)
  const previous = clauses[clauses.findIndex((each) => each.id === id) - 1]

  // What was refused stays where it can be seen, with the reason beside it.
  const finish = () => void flush().then((isSaved) => isSaved && onDone(id))
  const run = async (edit: () => Promise<EditResult>): Promise<boolean> => {
    await flush()
    const result = await edit()
    setRefusal(result.ok ? undefined : result.error)
    return result.ok
  }
  const join = async () => {
    if (previous && (await run(() => edits.join([previous.id, id])))) onEdit(previous.id)
  }
  const close = () => {
    setOpen('none')
    area.current?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || open === 'remove') return
    event.stopPropagation()
    if (open === 'none') finish()
    else close()
  }
  return (
    <div
      className={classes.editor}
      role="group"
      aria-label={t('plan.edit.label', { citation: clause.citation })}
      onKeyDown={closeOnEscape}
      data-clause={id}
    >
      <FormRow>
        <TextInput
          className={classes.number}
          label={t('plan.edit.citation')}
          autoFocus
          value={citation.value}
          error={citation.value.trim() === '' ? t('plan.edit.citationEmpty') : undefined}
          onChange={(event) => citation.change(event.currentTarget.value)}
          onBlur={() => void citation.flush()}
        />
        <TextInput
          label={t('plan.edit.heading')}
          value={heading.value}
          onChange={(event) => heading.change(event.currentTarget.value)}
          onBlur={() => void heading.flush()}
        />
      </FormRow>
      <LongTextArea
        ref={area}
        label={t('plan.edit.text')}
        minRows={3}
        value={text.value}
        error={text.value.trim() === '' ? t('plan.edit.textEmpty') : undefined}
        onChange={text.change}
        onBlur={() => void text.flush()}
      />
      <RefusalNotice refusal={citation.problem ?? heading.problem ?? text.problem ?? refusal} />
      {open === 'split' && (
        <SplitForm
          text={text.value}
          offset={offset}
          suggested={nextCitation(clauses, citation.value)}
          onSplit={(second) => run(() => edits.split(id, offset, second))}
          // What the fields hold is the clause as it was; it opens afresh as what it is now.
          onSplitDone={() => onDone(id)}
          onCancel={close}
        />
      )}
      {open === 'add' && <AddClauseForm onAdd={(added) => edits.add(id, added)} onDone={close} />}
      <Group gap="sm">
        <Button onClick={finish}>{t('plan.edit.done')}</Button>
        <Button variant="default" disabled={previous === undefined} onClick={() => void join()}>
          {t('plan.edit.join')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setOffset(area.current?.selectionStart ?? 0)
            setOpen('split')
          }}
        >
          {t('plan.edit.split')}
        </Button>
        <Button variant="default" onClick={() => setOpen('add')}>
          {t('plan.edit.addAfter')}
        </Button>
        <Button variant="default" onClick={() => setOpen('remove')}>
          {t('plan.edit.remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={open === 'remove'}
        title={t('plan.edit.removeTitle', { citation: clause.citation })}
        body={t('plan.edit.removeBody')}
        confirmLabel={t('plan.edit.removeConfirm')}
        tone="danger"
        onClose={() => setOpen('none')}
        onConfirm={() => {
          setOpen('none')
          void run(() => edits.remove(id))
        }}
      />
    </div>
  )
}

/** The three fields of a clause, each kept as it is typed; `flush` tells whether all of them are. */
function useClauseDrafts({ id, citation: number, heading: title, text: words }: Clause, edits: PlanEdits) {
  const citation = useDraft({
    saved: number,
    save: (value) => unlessEmpty(value, () => edits.renumber(id, value)),
  })
  const heading = useDraft({ saved: title, save: (value) => edits.retitle(id, value) })
  const text = useDraft({ saved: words, save: (value) => unlessEmpty(value, () => edits.reword(id, value)) })
  const flush = async () => {
    const all = await Promise.all([citation.flush(), heading.flush(), text.flush()])
    return all.every(Boolean)
  }
  return { citation, heading, text, flush }
}

/** What is emptied while one types is not kept: the last words stay until there are new ones. */
function unlessEmpty(value: string, save: () => Promise<EditResult>): Promise<EditResult> {
  return value.trim() === '' ? Promise.resolve(ok()) : save()
}
