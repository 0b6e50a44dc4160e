import { Button, Group, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState, useSyncExternalStore } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { planImportInput } from '#shared/commands/plan-input.ts'
import { importPlan } from '#shared/commands/plans.ts'
import { t } from '#shared/i18n/index.ts'
import { PlanSheet } from '../sheet/plan-sheet.tsx'
import type { PlanTarget } from '../sheet/plan-target.ts'
import { PlanWarnings } from '../sheet/plan-warnings.tsx'
import type { ReadFile } from '../start/use-reading.ts'
import { createProposalStore, proposalId } from './proposal-store.ts'
import classes from './proposal.module.css'

interface ProposalViewProps {
  readonly caseId: string
  readonly where: readonly string[]
  readonly today: string
  readonly file: ReadFile
  readonly onKept: (planId: string) => void
  readonly onDropped: () => void
}

/** A plan as it was read, before anything is kept: mended here, then kept as a whole. */
export function ProposalView({ caseId, where, today, file, onKept, onDropped }: ProposalViewProps) {
  const [input] = useState(() => planImportInput(file.read, file.source))
  const [store] = useState(() =>
    createProposalStore(input.clauses.map((clause, index) => ({ ...clause, id: proposalId(index) }))),
  )
  const clauses = useSyncExternalStore(store.subscribe, store.clauses)
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo)
  const [title, setTitle] = useState(input.title ?? '')
  const [madeOn, setMadeOn] = useState<string | null>(null)
  const [target, setTarget] = useState<PlanTarget | undefined>(undefined)
  const [isDropping, setDropping] = useState(false)
  const [isDateWrong, setDateWrong] = useState(false)
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(importPlan)

  const keep = async () => {
    const kept = store.clauses().map(({ id: _id, ...clause }) => clause)
    const result = await run({ ...input, case: caseId, title: title.slice(0, 500), madeOn, clauses: kept })
    return result.ok ? result.value.id : undefined
  }
  const save = async () => {
    setTried(true)
    const id = isDateWrong ? undefined : await keep()
    if (id !== undefined) onKept(id)
  }
  // Locking must not cost the work of mending: the plan is kept as it stands and can be mended on.
  useFlushOnLeave(async () => void (await keep()))

  return (
    <Page
      title={t('plan.title')}
      where={where}
      lead={t('plan.leadProposal')}
      width="full"
      action={
        <Group gap="sm">
          <Button variant="default" onClick={() => setDropping(true)}>
            {t('plan.proposal.discard')}
          </Button>
          <Button loading={state === 'running'} {...keepFocus} onClick={() => void save()}>
            {t('plan.proposal.save')}
          </Button>
        </Group>
      }
    >
      <div className={classes.about}>
        <FormRow>
          <TextInput
            label={t('plan.proposal.name')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DateField
            label={t('plan.proposal.madeOn')}
            value={madeOn}
            today={today}
            isTried={isTried}
            onChange={setMadeOn}
            onInvalid={setDateWrong}
          />
        </FormRow>
        <RefusalNotice refusal={refusal} />
        <Notice tone="info" title={t('plan.proposal.notKept')} />
      </div>
      <PlanWarnings
        warnings={file.read.warnings}
        isOpenAtFirst
        onGo={(paragraph) => setTarget({ paragraph, turn: (target?.turn ?? 0) + 1 })}
      />
      <PlanSheet
        clauses={clauses}
        paragraphs={input.paragraphs}
        edits={store.edits}
        target={target}
        tool={<UndoButton canUndo={canUndo} onUndo={store.undo} />}
      />
      <ConfirmDialog
        opened={isDropping}
        title={t('plan.proposal.discardTitle')}
        body={t('plan.proposal.discardBody')}
        confirmLabel={t('plan.proposal.discardConfirm')}
        tone="danger"
        onClose={() => setDropping(false)}
        onConfirm={onDropped}
      />
    </Page>
  )
}

function UndoButton({ canUndo, onUndo }: { readonly canUndo: boolean; readonly onUndo: () => void }) {
  return (
    <Button
      variant="default"
      disabled={!canUndo}
      leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
      onClick={onUndo}
    >
      {t('plan.proposal.undo')}
    </Button>
  )
}
