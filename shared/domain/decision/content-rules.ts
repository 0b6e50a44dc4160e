import type { GateMaterial } from './gate-material.ts'

/** A part that every issued document has and this draft still lacks. */
export type MissingPartOfDocument =
  | 'question'
  | 'reasons'
  | 'terms'
  | 'term-text'
  | 'positions'
  | 'attempts'
  | 'unchanged'
  | 'effective-date'
  | 'written-date'
  | 'review'
  | 'signatory'
  | 'correction-note'

export interface MissingContent {
  readonly code: 'content-missing'
  readonly part: MissingPartOfDocument
}

/** Lists the required parts that are still empty, in the order in which they are printed. */
export function findMissingContent(material: GateMaterial): readonly MissingContent[] {
  const { content, disputeBody } = material
  const isEmpty: Readonly<Record<MissingPartOfDocument, boolean>> = {
    question: isBlank(disputeBody.question) && isBlank(content.issueSubmitted),
    positions: material.matter.parties.some((party) => !hasPosition(material, party.id)),
    attempts: isBlank(disputeBody.attempts) && !material.isCorrection && !isUrgent(material),
    reasons: isBlank(content.reasons),
    terms: content.terms.length === 0,
    'term-text': content.terms.some((term) => isBlank(term.text)),
    unchanged: isBlank(content.unchanged),
    'written-date': material.writtenOn === null,
    'effective-date': material.effectiveOn === null,
    review: !material.hasReviewText,
    signatory: isBlank(material.signatory.coordinatorName),
    'correction-note': material.isCorrection && isBlank(content.correctionNote),
  }
  const parts = Object.keys(isEmpty) as readonly MissingPartOfDocument[] // keys of the literal above
  return parts.filter((part) => isEmpty[part]).map((part) => ({ code: 'content-missing', part }))
}

/** What could not wait was not tried first; the recorded reason is printed in its place. */
function isUrgent({ dispute }: GateMaterial): boolean {
  return dispute.facilitation?.outcome === 'urgent' && !isBlank(dispute.facilitation.reason)
}

/** A parent who stayed silent after notice has no position; the document says so instead. */
function hasPosition({ dispute, disputeBody, isCorrection }: GateMaterial, partyId: string): boolean {
  if (isCorrection) return true
  if (disputeBody.positions.some((position) => position.partyId === partyId && !isBlank(position.text)))
    return true
  return !dispute.answers.some((answer) => answer.partyId === partyId)
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
