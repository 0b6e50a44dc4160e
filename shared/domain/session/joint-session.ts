import type { CaseHead } from '../case/case.ts'
import type { SessionHead } from './session.ts'

const separately =
  /\b(?:shuttle(?: \p{L}+)? only|only (?:by )?shuttle|no (?:joint|common|shared) (?:session|meeting|call|video)s?|no joint\b|(?:separate|individual) (?:session|meeting|call)s? only|(?:only|in) separate (?:session|meeting|call)s?)\b/iu
const faceToFace = /\bno (?:face[- ]to[- ]face|in[- ]person)\b/iu

/** What makes a session one that screening ruled out: the parent whose screening says so, and its words. */
export interface JointSessionBar {
  readonly partyId: string
  readonly modifications: string
}

/**
 * Finds the screening that lets two or more parties meet only apart ("shuttle only, no joint session"), where a
 * session would bring them together. Shuttle and e-mail keep them apart.
 */
export function findJointSessionBar(
  matter: Pick<CaseHead, 'screenings'>,
  method: SessionHead['method'],
  present: readonly string[],
): JointSessionBar | null {
  if (method === 'shuttle' || method === 'e-mail' || new Set(present).size < 2) return null
  const latest = new Map(matter.screenings.map((screening) => [screening.partyId, screening]))
  const bar = [...latest.values()].find(
    ({ partyId, outcome, modifications }) =>
      present.includes(partyId) &&
      outcome === 'suitable-with-modifications' &&
      (separately.test(modifications) || (method === 'in-person' && faceToFace.test(modifications))),
  )
  return bar ? { partyId: bar.partyId, modifications: bar.modifications } : null
}
