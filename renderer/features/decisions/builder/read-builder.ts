import type { CommandContext } from '#shared/commands/command.ts'
import { gateOf, settingOf, titleWordOf } from '#shared/commands/decision-material.ts'
import type { DecisionSetting } from '#shared/commands/decision-material.ts'
import { findExclusionHits } from '#shared/domain/decision/exclusion-scan.ts'
import type { ExclusionHit } from '#shared/domain/decision/exclusion-scan.ts'
import type { GateItem } from '#shared/domain/decision/gate.ts'
import type { SessionEntry } from '#shared/domain/session/session.ts'
import { decisionModel } from '#shared/documents/builders/decision.ts'
import { decisionContentOf } from '#shared/documents/from-records/decision.ts'
import type { DocumentModel } from '#shared/documents/model.ts'

/** Everything the builder shows of a draft: what it rests on, its gate, its words and its paper. */
export interface BuilderReading {
  readonly setting: DecisionSetting
  readonly gate: readonly GateItem[]
  readonly hits: readonly ExclusionHit[]
  readonly facts: readonly NotedFact[]
  readonly model: DocumentModel
  /** The word for this document: Determination, Decision, Recommendation. */
  readonly word: string
}

export interface NotedFact {
  readonly heldOn: string
  readonly entry: SessionEntry
}

/** Reads a draft with all it rests on; null when it is not, or no longer, in the vault. */
export async function readBuilder(
  context: CommandContext,
  decisionId: string,
): Promise<BuilderReading | null> {
  const found = await settingOf(context, decisionId)
  if (!found.ok) return null
  const setting = found.value
  const content = await decisionContentOf(context, decisionId)
  if (!content.ok) return null
  return {
    setting,
    gate: await gateOf(context, setting),
    hits: setting.instrument ? findExclusionHits(setting.body.content.terms, setting.instrument.head) : [],
    facts: await factsOf(context, setting),
    model: decisionModel(content.value),
    word: titleWordOf(setting),
  }
}

// Only what both parents may see: the builder lies open on the table too.
async function factsOf(
  { records }: CommandContext,
  { matter, dispute }: DecisionSetting,
): Promise<readonly NotedFact[]> {
  const sessions = records
    .list('session', matter.id)
    .filter(({ head }) => head.disputeIds.includes(dispute.id))
  const bodies = await Promise.all(
    sessions.map(async (session) => ({ session, body: await records.body(session) })),
  )
  return bodies.flatMap(({ session, body }) =>
    (body?.entries ?? [])
      .filter(
        ({ kind, tier, struckOut }) =>
          (kind === 'fact' || kind === 'agreement') && tier === 'shared' && !struckOut,
      )
      .map((entry) => ({ heldOn: session.head.heldOn, entry })),
  )
}
