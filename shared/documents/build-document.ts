import type { CommandContext } from '../commands/command.ts'
import { find, type Found } from '../commands/lookup.ts'
import { ok } from '../domain/result.ts'
import { caseFileModel } from './builders/case-file.ts'
import { decisionModel } from './builders/decision.ts'
import type { LeftOutContent } from './builders/input.ts'
import { parentsSummaryModel } from './builders/parents-summary.ts'
import { caseContentOf, caseRegime } from './from-records/case-file.ts'
import { caseRecordsOf, type CaseRecords } from './from-records/case-records.ts'
import { decisionContentOf, summaryContentOf } from './from-records/decision.ts'
import { protectedValuesOf } from './from-records/protected-values.ts'
import type { Recipient } from './from-records/recipient.ts'
import { checkLeaks, type LeakFinding } from './leak-check.ts'
import type { DocumentModel } from './model.ts'
import { leftOutOrder, leftOutWords } from './words/left-out.ts'

/** What to make, and for whom. Decision and summary are one document for all, so that both parents get the same. */
export type DocumentRequest =
  | {
      readonly document: 'decision' | 'parents-summary'
      readonly decisionId: string
      readonly recipient: Recipient
    }
  | { readonly document: 'case-file'; readonly caseId: string; readonly recipient: Recipient }

/** A document ready to be looked at: what leaves, what stays behind and why, and what the leak check found. */
export interface BuiltDocument {
  readonly model: DocumentModel
  /** Neutral, without names and without an ending. */
  readonly suggestedName: string
  readonly heldBack: readonly HeldBack[]
  readonly findings: readonly LeakFinding[]
}

export interface HeldBack {
  readonly kind: LeftOutContent['kind']
  readonly count: number
  readonly what: string
  readonly ground: string
}

/** Builds a document for one recipient from the records of its case and checks it for leaks. */
export async function buildDocument(
  context: CommandContext,
  request: DocumentRequest,
): Promise<Found<BuiltDocument>> {
  const caseId = caseIdOf(context, request)
  if (!caseId.ok) return caseId
  const records = await caseRecordsOf(context, caseId.value)
  if (!records.ok) return records
  const built = await modelOf(context, request, records.value)
  if (!built.ok) return built
  const { model, suggestedName, leftOut } = built.value
  const values = protectedValuesOf(context, records.value, {
    withholdsOffers: withholdsOffers(request, records.value),
  })
  const findings = checkLeaks(model, values, { suggestedName, sharedTexts: sharedTexts(records.value) })
  return ok({ model, suggestedName, heldBack: heldBackOf(leftOut), findings })
}

interface Made {
  readonly model: DocumentModel
  readonly suggestedName: string
  readonly leftOut: readonly LeftOutContent[]
}

async function modelOf(
  context: CommandContext,
  request: DocumentRequest,
  records: CaseRecords,
): Promise<Found<Made>> {
  switch (request.document) {
    case 'decision': {
      const content = await decisionContentOf(context, request.decisionId)
      if (!content.ok) return content
      const leftOut = caseRegime(records) === 'closed' ? [{ kind: 'session-content' as const, count: 1 }] : []
      return ok({ model: decisionModel(content.value), suggestedName: content.value.title, leftOut })
    }
    case 'parents-summary': {
      const content = await summaryContentOf(context, request.decisionId)
      if (!content.ok) return content
      return ok({
        model: parentsSummaryModel(content.value),
        suggestedName: `Summary of ${content.value.title}`,
        leftOut: [],
      })
    }
    case 'case-file': {
      const content = await caseContentOf(context, request.caseId, request.recipient)
      if (!content.ok) return content
      const { preparedOn, leftOut } = content.value
      return ok({ model: caseFileModel(content.value), suggestedName: `Case file ${preparedOn}`, leftOut })
    }
  }
}

function caseIdOf(context: CommandContext, request: DocumentRequest): Found<string> {
  if (request.document === 'case-file') return ok(request.caseId)
  const decision = find(context, 'decision', request.decisionId)
  return decision.ok ? ok(decision.value.caseId ?? '') : decision
}

/** Sums up what was left out, class by class, in the order of the register. */
export function heldBackOf(leftOut: readonly LeftOutContent[]): readonly HeldBack[] {
  return leftOutOrder.flatMap((kind) => {
    const count = leftOut.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
    return count === 0 ? [] : [{ kind, count, ...leftOutWords[kind] }]
  })
}

// Offers stay out of every decision of a CLOSED case, and of a court's file wherever facilitation is confidential.
function withholdsOffers({ document, recipient }: DocumentRequest, records: CaseRecords): boolean {
  const regime = caseRegime(records)
  return document === 'case-file' ? recipient.to === 'court' && regime !== 'open' : regime === 'closed'
}

function sharedTexts({ plans, sessions }: CaseRecords): readonly string[] {
  return [
    ...plans.flatMap(({ body }) => body.clauses.map(({ text }) => text)),
    ...sessions.flatMap(({ body }) =>
      body.entries
        .filter(({ tier, kind }) => tier === 'shared' && kind !== 'reflection' && kind !== 'proposal')
        .map(({ text }) => text),
    ),
  ]
}
