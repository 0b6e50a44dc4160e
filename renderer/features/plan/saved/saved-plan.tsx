import { Button, Group, Loader, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { execute, useBody } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import * as commands from '#shared/commands/plans.ts'
import type { PlanBody, PlanHead } from '#shared/domain/plan/plan.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { PlanEdits } from '../sheet/plan-edits.ts'
import { PlanSheet } from '../sheet/plan-sheet.tsx'
import type { PlanTarget } from '../sheet/plan-target.ts'
import { PlanWarnings } from '../sheet/plan-warnings.tsx'

interface SavedPlanProps {
  readonly where: readonly string[]
  readonly entry: RecordEntry<'plan'>
  readonly plans: readonly RecordEntry<'plan'>[]
  /** The clause that the address names. */
  readonly clauseId: string | undefined
}

/** A plan that is kept: every change goes through a command and is saved as it is made. */
export function SavedPlan({ where, entry, plans, clauseId }: SavedPlanProps) {
  const { state, body } = useBody('plan', entry.id)
  const caseId = entry.caseId ?? ''
  const [, navigate] = useLocation()
  return (
    <Page
      title={t('plan.title')}
      where={where}
      lead={leadOf(entry.head, body)}
      width="full"
      action={
        <Group gap="sm" align="flex-end">
          {plans.length > 1 && (
            <NativeSelect
              aria-label={t('plan.versions')}
              value={entry.id}
              data={plans.toReversed().map(({ id, head }) => ({
                value: id,
                label: t('plan.version', { title: head.title.slice(0, 60), count: head.clauses.length }),
              }))}
              onChange={(event) => navigate(caseHref(caseId, 'plan', event.currentTarget.value).slice(1))}
            />
          )}
          <Button variant="default" component="a" href={caseHref(caseId, 'plan', 'new')}>
            {t('plan.readAnother')}
          </Button>
        </Group>
      }
    >
      {state === 'loading' && <Loader color="var(--eh-ink-soft)" aria-label={t('plan.loading')} />}
      {state === 'failed' && (
        <Notice
          tone="danger"
          title={t('plan.failed')}
          kept={t('plan.failedKept')}
          next={t('plan.failedNext')}
        />
      )}
      {state === 'ready' && <Sheet key={entry.id} planId={entry.id} body={body} clauseId={clauseId} />}
    </Page>
  )
}

interface SheetProps {
  readonly planId: string
  readonly body: PlanBody
  readonly clauseId: string | undefined
}

function Sheet({ planId, body, clauseId }: SheetProps) {
  const edits = useMemo(() => savedEdits(planId), [planId])
  const [paragraph, setParagraph] = useState<PlanTarget | undefined>(undefined)
  const clause = useMemo(() => (clauseId === undefined ? undefined : { clauseId, turn: 0 }), [clauseId])
  return (
    <>
      <PlanWarnings
        warnings={body.warnings}
        isOpenAtFirst={false}
        onGo={(index) => setParagraph({ paragraph: index, turn: (paragraph?.turn ?? 0) + 1 })}
      />
      <PlanSheet
        clauses={body.clauses}
        paragraphs={body.paragraphs}
        edits={edits}
        target={paragraph ?? clause}
      />
    </>
  )
}

function savedEdits(plan: string): PlanEdits {
  return {
    join: (clauses) => execute(commands.joinClauses, { plan, clauses: [...clauses] }),
    split: (clause, offset, citation) => execute(commands.splitClause, { plan, clause, offset, citation }),
    renumber: (clause, citation) => execute(commands.renumberClause, { plan, clause, citation }),
    retitle: (clause, heading) => execute(commands.retitleClause, { plan, clause, heading }),
    reword: (clause, text) => execute(commands.rewordClause, { plan, clause, text }),
    remove: (clause) => execute(commands.removeClause, { plan, clause }),
    add: (after, clause) => execute(commands.addClause, { plan, after, ...clause }),
  }
}

function leadOf(head: PlanHead, body: PlanBody | undefined): string {
  const file = body?.sourceFile?.name
  const lead =
    head.source === 'word' && file
      ? t('plan.leadWord', { title: head.title, file })
      : t('plan.leadTyped', { title: head.title })
  return head.madeOn === null ? lead : t('plan.madeOn', { lead, date: formatDate(head.madeOn) })
}
