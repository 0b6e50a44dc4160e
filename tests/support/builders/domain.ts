import type { CaseHead, Party } from '#shared/domain/case/case.ts'
import type { InstrumentHead } from '#shared/domain/authority/instrument.ts'
import type { DecisionContent, OperativeTerm } from '#shared/domain/decision/decision.ts'
import type { GateMaterial } from '#shared/domain/decision/gate-material.ts'
import type { DisputeBody, DisputeHead } from '#shared/domain/dispute/dispute.ts'
import type { Clause } from '#shared/domain/plan/plan.ts'

/** The zone of every builder: it has both clock changes. */
export const zone = 'America/Vancouver'

/** Monday 19 October 2026, ten in the morning, in Vancouver. */
export const monday = '2026-10-19T17:00:00Z'

export function aParty(over: Partial<Party> = {}): Party {
  const letter = over.letter ?? 'A'
  return {
    id: `party-${letter}`,
    letter,
    name: `Parent ${letter}`,
    shortName: letter,
    initials: `P.${letter}.`,
    role: 'parent',
    home: 'none',
    ...over,
  }
}

export const bothParents: readonly Party[] = [aParty({ letter: 'A' }), aParty({ letter: 'B' })]

/** A case whose conflict check is clear, both parents suitable, and the active phase open. */
export function aCase(over: Partial<CaseHead> = {}): CaseHead {
  return {
    label: 'A and B',
    profileId: 'general',
    zone,
    parties: [...bothParents],
    children: [],
    counsel: [],
    court: null,
    conflictCheck: { on: '2026-01-05', outcome: 'clear', note: '' },
    screenings: bothParents.map(({ id: partyId }) => ({
      partyId,
      on: '2026-01-06',
      outcome: 'suitable',
      modifications: '',
    })),
    warnings: [],
    activatedOn: '2026-01-19',
    status: { state: 'open' },
    sample: false,
    createdAt: '2026-01-05T17:00:00Z',
    ...over,
  }
}

/** An agreement signed by both on 12 January 2026, in force for two years, with power to decide I-02. */
export function anInstrument(over: Partial<InstrumentHead> = {}): InstrumentHead {
  return {
    kind: 'agreement',
    title: 'Agreement',
    madeOn: '2026-01-12',
    clause: '4.1',
    signatures: bothParents.map(({ id: partyId }) => ({ partyId, on: '2026-01-12' })),
    enteredOn: null,
    term: { start: '2026-01-12', end: '2028-01-12' },
    issues: ['I-02'],
    exclusions: ['X-01', 'X-02', 'X-03', 'X-04', 'X-05', 'X-09', 'X-12', 'X-13', 'X-14'],
    contractExclusions: [],
    decisionType: 'decide-binding',
    regime: 'open',
    feeSplit: bothParents.map(({ id: partyId }) => ({ partyId, percent: 50 })),
    reallocation: 'not-allowed',
    answerWindowHours: null,
    deadlines: [],
    documentTitle: '',
    reviewText: '',
    sample: false,
    ...over,
  }
}

/** A dispute on which both parents were heard and that ended in impasse on 13 October 2026. */
export function aDispute(over: Partial<DisputeHead> = {}): DisputeHead {
  return {
    number: 1,
    title: 'Late exchanges',
    issue: 'I-02',
    raisedBy: 'party-A',
    raisedOn: '2026-10-09',
    status: 'impasse',
    clauseIds: ['clause-1'],
    planIsSilent: false,
    notices: bothParents.map(({ id: partyId }) => ({
      partyId,
      sentAt: '2026-10-10T10:00',
      answerBy: '2026-10-17T00:00',
    })),
    answers: bothParents.map(({ id: partyId }) => ({ partyId, receivedOn: '2026-10-15', complete: true })),
    facilitation: { outcome: 'impasse', on: '2026-10-13' },
    referral: null,
    sample: false,
    ...over,
  }
}

export function aDisputeBody(over: Partial<DisputeBody> = {}): DisputeBody {
  return {
    question: 'How long does a parent wait?',
    silentReason: '',
    positions: bothParents.map(({ id: partyId }) => ({ partyId, text: 'My position.' })),
    attempts: 'One session.',
    agreedTerms: [],
    ...over,
  }
}

export function aTerm(over: Partial<OperativeTerm> = {}): OperativeTerm {
  return {
    id: 'term-1',
    text: 'A need not wait more than 20 minutes.',
    effect: 'procedure',
    duration: { kind: 'standing', reviewOn: null },
    overnights: null,
    ...over,
  }
}

export function aContent(over: Partial<DecisionContent> = {}): DecisionContent {
  return {
    issueSubmitted: '',
    information: '',
    findings: '',
    reasons: 'The child should not wait.',
    terms: [aTerm()],
    notDecided: [],
    unchanged: 'The rest stays.',
    feesText: '',
    reallocation: null,
    calculations: [],
    answers: [],
    correctionNote: '',
    delivery: [],
    signedAt: '',
    ...over,
  }
}

/** A draft that lacks nothing: every test of the gate is open on `monday`. */
export function openDraft(over: Partial<GateMaterial> = {}): GateMaterial {
  return {
    matter: aCase(),
    instrument: anInstrument(),
    dispute: aDispute(),
    disputeBody: aDisputeBody(),
    form: 'decision',
    content: aContent(),
    oralOn: null,
    writtenOn: '2026-10-19',
    effectiveOn: '2026-10-19',
    signatory: { coordinatorName: 'Maren Holloway', credentials: '' },
    hasReviewText: true,
    isCorrection: false,
    ...over,
  }
}

export function aClause(over: Partial<Clause> = {}): Clause {
  return {
    id: 'clause-1',
    citation: '1',
    heading: '',
    level: 0,
    text: 'Text.',
    from: null,
    to: null,
    ...over,
  }
}
