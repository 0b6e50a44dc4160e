import { z } from 'zod'
import {
  DecisionForm,
  type DecisionBody,
  type DecisionContent,
  type DecisionHead,
} from '../domain/decision/decision.ts'
import { formFor, type GateItem } from '../domain/decision/gate.ts'
import { isOpenDispute, type DisputeHead } from '../domain/dispute/dispute.ts'
import { err, ok } from '../domain/result.ts'
import { Id } from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, removed, type CommandContext } from './command.ts'
import { gateOf, settingOf, snapshotOf, titleWordOf } from './decision-material.ts'
import { bodyOf, find } from './lookup.ts'

export const draftDecision = defineCommand({
  name: 'decision.draft',
  summary:
    'Begins a draft on a dispute. Its form follows the authority: no power to decide makes a recommendation.',
  input: z.strictObject({
    dispute: Id,
    form: DecisionForm.optional(),
    /** The appointment under which it is made, where the coordinator has several; else the one recorded last. */
    instrument: Id.optional(),
  }),
  run: async (context, input) => {
    const dispute = find(context, 'dispute', input.dispute)
    if (!dispute.ok) return dispute
    const { caseId } = dispute.value
    const { status } = dispute.value.head
    if (status === 'referred') return err({ code: 'issue-referred' })
    if (!isOpenDispute(dispute.value.head)) return err({ code: 'dispute-not-open', status })
    const instruments = context.records.list('instrument', caseId ?? '')
    const instrument = instruments.find(({ id }) => id === input.instrument) ?? instruments.at(-1) ?? null
    if (input.instrument !== undefined && instrument?.id !== input.instrument)
      return err({ code: 'not-found', kind: 'instrument', id: input.instrument })
    const id = context.newId()
    const head: DecisionHead = {
      ...blankHead(input.dispute, dispute.value.head.sample),
      instrumentId: instrument?.id ?? null,
      form: input.form ?? formFor(instrument?.head ?? null),
    }
    const body = { content: blankContent(), issued: null }
    return Promise.resolve(
      ok({ output: { id, form: head.form }, changes: [created('decision', id, caseId, head, body)] }),
    )
  },
})

export const checkDecision = defineCommand({
  name: 'decision.check',
  summary: 'Shows the gate of a draft: what is still missing before it may be issued.',
  input: z.strictObject({ decision: Id }),
  run: async (context, input) => {
    const setting = await settingOf(context, input.decision)
    if (!setting.ok) return setting
    const items = await gateOf(context, setting.value)
    return ok({
      output: { isOpen: items.every((item) => item.isOpen), missing: closedItems(items) },
      changes: [],
    })
  },
})

export const issueDecision = defineCommand({
  name: 'decision.issue',
  summary: 'Issues a decision or recommendation that passes the gate. From then on nobody can change it.',
  input: z.strictObject({ decision: Id }),
  run: async (context, input) => {
    const setting = await settingOf(context, input.decision)
    if (!setting.ok) return setting
    const { decision, dispute, body } = setting.value
    if (decision.head.state === 'issued') return err({ code: 'issued-immutable' })
    // Two drafts may have been begun on one issue; the second cannot decide it once more.
    if (decision.head.corrects === null && isTaken(dispute.head))
      return err({ code: 'dispute-not-open', status: dispute.head.status })
    const items = await gateOf(context, setting.value)
    const missing = closedItems(items)
    if (missing.length > 0) return err({ code: 'gate-closed', missing, items })
    const number = nextNumber(context, decision)
    const head: DecisionHead = {
      ...decision.head,
      instrumentId: setting.value.instrument?.id ?? null,
      state: 'issued',
      number,
      title: `${titleWordOf(setting.value)} No. ${number}`,
      issuedAt: context.now,
    }
    const issuedBody: DecisionBody = { ...body, issued: snapshotOf(context, setting.value) }
    const status = head.form === 'decision' ? ('decided' as const) : ('recommended' as const)
    const changes = [
      changed(decision, head, issuedBody),
      changed(dispute, { ...dispute.head, status }),
      ...correctedChange(context, head, decision.id),
    ]
    return ok({ output: { id: decision.id, number, title: head.title }, changes })
  },
})

export const correctDecision = defineCommand({
  name: 'decision.correct',
  summary: 'Begins a correction of an issued decision: a new document that names the one it corrects.',
  input: z.strictObject({ decision: Id }),
  run: async (context, input) => {
    const found = find(context, 'decision', input.decision)
    if (!found.ok) return found
    if (found.value.head.state !== 'issued') return err({ code: 'not-issued' })
    const later = found.value.head.correctedBy ?? pendingCorrection(context, found.value)
    if (later !== null) return err({ code: 'already-corrected', by: later })
    const body = await bodyOf(context, found.value)
    const id = context.newId()
    const head: DecisionHead = {
      ...blankHead(found.value.head.disputeId, found.value.head.sample),
      instrumentId: found.value.head.instrumentId,
      form: found.value.head.form,
      corrects: found.value.id,
    }
    const change = created('decision', id, found.value.caseId, head, { content: body.content, issued: null })
    return ok({ output: { id }, changes: [change] })
  },
})

export const discardDraft = defineCommand({
  name: 'decision.discardDraft',
  summary: 'Throws a draft away. An issued decision cannot be thrown away.',
  input: z.strictObject({ decision: Id }),
  run: async (context, input) => {
    const found = find(context, 'decision', input.decision)
    if (!found.ok) return found
    if (found.value.head.state === 'issued') return err({ code: 'issued-immutable' })
    return Promise.resolve(ok({ output: { id: input.decision }, changes: [removed(found.value)] }))
  },
})

/** Decided, recommended on or closed; a referral is told by the gate, with its own words. */
function isTaken(dispute: DisputeHead): boolean {
  return !isOpenDispute(dispute) && dispute.status !== 'referred'
}

/** A correction of this decision that was begun and not yet issued. */
function pendingCorrection(context: CommandContext, decision: RecordEntry<'decision'>): string | null {
  const drafts = context.records.list('decision', decision.caseId ?? '')
  return drafts.find(({ head }) => head.corrects === decision.id && head.state === 'draft')?.id ?? null
}

function closedItems(items: readonly GateItem[]) {
  return items.filter((item) => !item.isOpen).map((item) => item.code)
}

function nextNumber(context: CommandContext, decision: RecordEntry<'decision'>): number {
  const issued = context.records
    .list('decision', decision.caseId ?? '')
    .filter(({ head }) => head.form === decision.head.form)
    .map(({ head }) => head.number ?? 0)
  return 1 + Math.max(0, ...issued)
}

function correctedChange(context: CommandContext, head: DecisionHead, id: string) {
  const original = head.corrects === null ? undefined : find(context, 'decision', head.corrects)
  return original?.ok ? [changed(original.value, { ...original.value.head, correctedBy: id })] : []
}

function blankHead(disputeId: string, sample: boolean): DecisionHead {
  return {
    disputeId,
    instrumentId: null,
    form: 'recommendation',
    number: null,
    title: '',
    state: 'draft',
    oralOn: null,
    writtenOn: null,
    effectiveOn: null,
    issuedAt: null,
    corrects: null,
    correctedBy: null,
    sample,
  }
}

function blankContent(): DecisionContent {
  return {
    issueSubmitted: '',
    information: '',
    findings: '',
    reasons: '',
    terms: [],
    notDecided: [],
    unchanged: '',
    feesText: '',
    reallocation: null,
    calculations: [],
    answers: [],
    correctionNote: '',
    delivery: [],
    signedAt: '',
  }
}
