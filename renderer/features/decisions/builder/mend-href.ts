import { caseHref } from '#renderer/ui/links.ts'
import type { DecisionSetting } from '#shared/commands/decision-material.ts'
import type { MissingPartOfDocument } from '#shared/domain/decision/content-rules.ts'
import type { GateProblem } from '#shared/domain/decision/gate.ts'

/** The address of the place that mends a problem of the gate. */
export function mendHref(problem: GateProblem, setting: DecisionSetting): string {
  const { decision, dispute, matter } = setting
  const here = (part: string) => caseHref(matter.id, 'decisions', decision.id, part)
  const there = (part: string) => caseHref(matter.id, 'disputes', dispute.id, part)
  if ('termId' in problem) return here(`term-${problem.termId}`)
  switch (problem.code) {
    case 'case-not-active':
    case 'case-suspended':
    case 'case-ended':
    case 'no-earlier-warning':
      return caseHref(matter.id)
    case 'no-clause':
    case 'silence-unexplained':
      return there('plan')
    case 'not-heard':
      return there('hearing')
    case 'facilitation-missing':
    case 'issue-agreed':
      return there('facilitation')
    case 'issue-referred':
    case 'issue-excluded':
      return there('referral')
    case 'content-missing':
      return missingHref(problem.part, setting)
    case 'reallocation-not-allowed':
    case 'reallocation-unreasoned':
      return here('fees')
    case 'dated-in-future':
    case 'dated-before-impasse':
      return here('dates')
    case 'not-a-date':
    case 'no-such-day':
    case 'wrong-weekday':
      return textHref(problem.text, setting)
    default:
      return caseHref(matter.id, 'authority')
  }
}

function missingHref(part: MissingPartOfDocument, { decision, dispute, matter }: DecisionSetting): string {
  switch (part) {
    case 'question':
      return caseHref(matter.id, 'disputes', dispute.id, 'question')
    case 'positions':
      return caseHref(matter.id, 'disputes', dispute.id, 'hearing')
    case 'attempts':
      return caseHref(matter.id, 'disputes', dispute.id, 'facilitation')
    case 'review':
      return caseHref(matter.id, 'authority')
    case 'signatory':
      return '#/settings'
    case 'written-date':
    case 'effective-date':
      return caseHref(matter.id, 'decisions', decision.id, 'dates')
    case 'term-text':
      return caseHref(matter.id, 'decisions', decision.id, 'terms')
    default:
      return caseHref(matter.id, 'decisions', decision.id, part)
  }
}

/** The field that holds the words of a wrong date. */
function textHref(words: string, { decision, dispute, disputeBody, matter, body }: DecisionSetting): string {
  const { content } = body
  const has = (text: string) => text.includes(words)
  const term = content.terms.find(({ text }) => has(text))
  const here = (part: string) => caseHref(matter.id, 'decisions', decision.id, part)
  if (term) return here(`term-${term.id}`)
  if (content.notDecided.some(({ text, reason }) => has(text) || has(reason))) return here('not-decided')
  const fields = [
    'information',
    'findings',
    'reasons',
    'unchanged',
    'issueSubmitted',
    'correctionNote',
  ] as const
  const field = fields.find((name) => has(content[name]))
  if (field) return here(field === 'correctionNote' ? 'correction-note' : field)
  if (has(content.feesText)) return here('fees')
  const part = has(disputeBody.question) ? 'question' : has(disputeBody.attempts) ? 'facilitation' : 'hearing'
  return caseHref(matter.id, 'disputes', dispute.id, part)
}
