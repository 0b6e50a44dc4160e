import { describe, expect, it } from 'vitest'
import { checkGate, formFor, gateCodes, type GateCode } from '#shared/domain/decision/gate.ts'
import type { GateMaterial } from '#shared/domain/decision/gate-material.ts'
import { instantOf } from '#shared/domain/time/plain-date.ts'
import {
  aCase,
  aContent,
  aDispute,
  aDisputeBody,
  anInstrument,
  aParty,
  aTerm,
  bothParents,
  monday,
  openDraft,
  zone,
} from '#tests/support/builders/domain.ts'

function closedItems(material: GateMaterial, now = monday): readonly GateCode[] {
  return checkGate(material, now).flatMap(({ code, isOpen }) => (isOpen ? [] : [code]))
}

function problemCodes(material: GateMaterial, now = monday): readonly string[] {
  return checkGate(material, now).flatMap(({ problems }) => problems.map(({ code }) => code))
}

const unsuitable = {
  partyId: 'party-B',
  on: '2026-09-01',
  outcome: 'not-suitable' as const,
  modifications: '',
}
const question = { label: 'Days to the court', id: 'court', days: null, state: 'to-ask' as const, source: '' }

/** One change from an open draft, and the one item and problem that it closes. */
const singleFaults: readonly [string, GateCode, string, Partial<GateMaterial>][] = [
  [
    'a term still to come',
    'instrument-in-force',
    'before-term',
    { instrument: anInstrument({ term: { start: '2026-10-20', end: '2028-01-12' } }) },
  ],
  [
    'a term that is over',
    'instrument-in-force',
    'after-term',
    { instrument: anInstrument({ term: { start: '2026-01-12', end: '2026-10-18' } }) },
  ],
  [
    'one signature',
    'instrument-in-force',
    'not-signed',
    { instrument: anInstrument({ signatures: [{ partyId: 'party-A', on: '2026-01-12' }] }) },
  ],
  [
    'an order that was not entered',
    'instrument-in-force',
    'not-entered',
    { instrument: anInstrument({ kind: 'order' }) },
  ],
  [
    'a case that was never opened',
    'case-active',
    'case-not-active',
    { matter: aCase({ activatedOn: null }) },
  ],
  [
    'a suspended case',
    'case-active',
    'case-suspended',
    { matter: aCase({ status: { state: 'suspended', on: '2026-10-01', reason: '' } }) },
  ],
  [
    'an ended case',
    'case-active',
    'case-ended',
    { matter: aCase({ status: { state: 'ended', on: '2026-10-01', how: 'completed', reason: '' } }) },
  ],
  [
    'a parent found unsuitable later',
    'case-active',
    'not-suitable',
    { matter: aCase({ screenings: [...aCase().screenings, unsuitable] }) },
  ],
  [
    'a conflict found later',
    'case-active',
    'conflict-declined',
    { matter: aCase({ conflictCheck: { on: '2026-10-01', outcome: 'decline', note: '' } }) },
  ],
  ['an issue that was not ticked', 'issue-ticked', 'not-ticked', { dispute: aDispute({ issue: 'I-10' }) }],
  [
    'words of money',
    'not-excluded',
    'exclusion-unanswered',
    { content: aContent({ terms: [aTerm({ text: 'B shall pay 40 %.' })] }) },
  ],
  ['no clause cited', 'plan-cited', 'no-clause', { dispute: aDispute({ clauseIds: [] }) }],
  [
    'an unexplained silence',
    'plan-cited',
    'silence-unexplained',
    { dispute: aDispute({ clauseIds: [], planIsSilent: true }) },
  ],
  [
    'a lasting change of an exchange',
    'minor-and-temporary',
    'lasting-change',
    { content: aContent({ terms: [aTerm({ effect: 'exchange-time' })] }) },
  ],
  [
    'no power to decide',
    'authority-type',
    'no-power-to-decide',
    { instrument: anInstrument({ decisionType: 'recommend' }) },
  ],
  [
    'a parent without notice',
    'both-heard',
    'not-heard',
    { dispute: aDispute({ notices: aDispute().notices.slice(0, 1) }) },
  ],
  [
    'no attempt at agreement',
    'facilitation-tried',
    'facilitation-missing',
    { dispute: aDispute({ facilitation: null }) },
  ],
  [
    'an agreement',
    'facilitation-tried',
    'issue-agreed',
    { dispute: aDispute({ facilitation: { outcome: 'agreed', on: '2026-10-13' } }) },
  ],
  [
    'a referral',
    'facilitation-tried',
    'issue-referred',
    { dispute: aDispute({ referral: { to: 'mediation', on: '2026-10-13', reason: 'X' } }) },
  ],
  [
    'shifted fees',
    'fees-allowed',
    'reallocation-not-allowed',
    {
      content: aContent({ reallocation: { partyId: 'party-B', percent: 100, reason: 'X', warnedOn: null } }),
    },
  ],
  [
    'a wrong weekday in a term',
    'dates-right',
    'wrong-weekday',
    {
      content: aContent({
        terms: [
          aTerm({ text: 'A waits until Sunday 26 Oct 2026.', duration: { kind: 'once', on: '2026-10-26' } }),
        ],
      }),
    },
  ],
  [
    'a wrong weekday in the reasons',
    'dates-right',
    'wrong-weekday',
    { content: aContent({ reasons: 'Since Sunday 26 Oct 2026.' }) },
  ],
  [
    'a document that takes effect before it was made',
    'dates-right',
    'effective-before-made',
    { effectiveOn: '2026-10-18' },
  ],
  [
    'a decision told after it was written',
    'dates-right',
    'told-after-written',
    { oralOn: '2026-10-20', effectiveOn: '2026-10-20' },
  ],
  [
    'a deadline nobody was asked about',
    'deadlines-asked',
    'deadline-unasked',
    { instrument: anInstrument({ deadlines: [question] }) },
  ],
  ['no reasons', 'content-complete', 'content-missing', { content: aContent({ reasons: ' \n' }) }],
  ['no terms', 'content-complete', 'content-missing', { content: aContent({ terms: [] }) }],
  [
    'a term without words',
    'content-complete',
    'content-missing',
    { content: aContent({ terms: [aTerm({ text: ' ' })] }) },
  ],
  [
    'nothing on what does not change',
    'content-complete',
    'content-missing',
    { content: aContent({ unchanged: '' }) },
  ],
  ['no question', 'content-complete', 'content-missing', { disputeBody: aDisputeBody({ question: '' }) }],
  [
    'no account of the attempts',
    'content-complete',
    'content-missing',
    { disputeBody: aDisputeBody({ attempts: '' }) },
  ],
  [
    'a position that was not put',
    'content-complete',
    'content-missing',
    { disputeBody: aDisputeBody({ positions: [] }) },
  ],
  ['no day of writing', 'content-complete', 'content-missing', { writtenOn: null }],
  ['no day of effect', 'content-complete', 'content-missing', { effectiveOn: null }],
  ['no review text', 'content-complete', 'content-missing', { hasReviewText: false }],
  [
    'nobody to sign',
    'content-complete',
    'content-missing',
    { signatory: { coordinatorName: '', credentials: '' } },
  ],
  [
    'a correction that does not say what it corrects',
    'content-complete',
    'content-missing',
    { isCorrection: true },
  ],
]

describe('checkGate', () => {
  it('shows every test, in one order', () => {
    expect(checkGate(openDraft(), monday).map(({ code }) => code)).toEqual(gateCodes)
  })

  it('is open for a draft that lacks nothing', () => {
    expect(closedItems(openDraft())).toEqual([])
  })

  it.each(singleFaults)('is closed by %s alone', (_name, item, problem, fault) => {
    const material = openDraft(fault)
    expect(closedItems(material)).toEqual([item])
    expect(problemCodes(material)).toContain(problem)
  })

  it('has a fault for every item, so that each is known to close', () => {
    expect(new Set(singleFaults.map(([, item]) => item))).toEqual(new Set(gateCodes))
  })

  it('needs an instrument for everything that rests on one', () => {
    expect(closedItems(openDraft({ instrument: null }))).toEqual([
      'instrument-in-force',
      'issue-ticked',
      'authority-type',
    ])
  })
})

describe('the day a decision bears', () => {
  const silentUntilFriday = aDispute({ answers: [] })
  const friday = { writtenOn: '2026-10-16', effectiveOn: '2026-10-16' }

  it('closes the gate while the time to answer runs', () => {
    const draft = openDraft({ dispute: silentUntilFriday, ...friday })
    expect(closedItems(draft, instantOf(zone, '2026-10-16T23:59'))).toEqual(['both-heard'])
  })

  it('opens it in the minute the time is over', () => {
    const draft = openDraft({ dispute: silentUntilFriday, ...friday })
    expect(closedItems(draft, instantOf(zone, '2026-10-17T00:00'))).toEqual([])
  })

  it('may not lie before the time was over, however late it is issued', () => {
    const draft = openDraft({
      dispute: silentUntilFriday,
      writtenOn: '2026-10-15',
      effectiveOn: '2026-10-15',
    })
    expect(closedItems(draft)).toEqual(['both-heard'])
  })

  it('may not lie before it even where it was only told that day', () => {
    const draft = openDraft({ dispute: silentUntilFriday, oralOn: '2026-10-15' })
    expect(closedItems(draft)).toEqual(['both-heard'])
  })

  it('may not lie before the attempt at agreement ended', () => {
    const draft = openDraft({ writtenOn: '2026-10-12', effectiveOn: '2026-10-12' })
    expect(problemCodes(draft)).toContain('dated-before-impasse')
  })

  it('may not lie in the future', () => {
    const draft = openDraft({ writtenOn: '2026-10-20', effectiveOn: '2026-10-20' })
    expect(problemCodes(draft)).toEqual(['dated-in-future'])
  })

  it('does not bring a term back that is over', () => {
    const instrument = anInstrument({ term: { start: '2026-01-12', end: '2026-10-31' } })
    const draft = openDraft({ instrument })
    expect(closedItems(draft, instantOf(zone, '2026-10-31T23:59'))).toEqual([])
    expect(closedItems(draft, instantOf(zone, '2026-11-01T00:00'))).toEqual(['instrument-in-force'])
  })
})

describe('exclusions at the gate', () => {
  const terms = [aTerm({ text: 'B shall pay 40 %.' })]
  const answer = { exclusion: 'X-05' as const, isExcluded: false, reason: 'Not money', answeredAt: monday }

  it('are lifted by an answer for the very words', () => {
    const answers = ['shall pay', '40 %'].map((words) => ({ ...answer, words }))
    expect(closedItems(openDraft({ content: aContent({ terms, answers }) }))).toEqual([])
  })

  it('are asked again about other words', () => {
    const answers = [{ ...answer, words: 'must pay' }]
    expect(closedItems(openDraft({ content: aContent({ terms, answers }) }))).toEqual(['not-excluded'])
  })

  it('stay closed when the answer is that it is excluded, and the last answer counts', () => {
    const answers = [
      { ...answer, words: 'shall pay' },
      { ...answer, words: '40 %' },
      { ...answer, words: '40 %', isExcluded: true },
    ]
    expect(problemCodes(openDraft({ content: aContent({ terms, answers }) }))).toEqual(['excluded'])
  })

  it('keep the choice of school closed where the instrument excludes it, whatever was ticked', () => {
    const dispute = aDispute({ issue: 'I-09' })
    const instrument = anInstrument({ issues: ['I-09'] })
    expect(problemCodes(openDraft({ dispute, instrument }))).toEqual(['issue-excluded'])
    const lifted = anInstrument({ issues: ['I-09'], exclusions: [] })
    expect(closedItems(openDraft({ dispute, instrument: lifted }))).toEqual([])
  })
})

describe('an urgent issue', () => {
  it('needs no account of attempts: its reason stands in their place', () => {
    const facilitation = { outcome: 'urgent', on: '2026-10-13', reason: 'A fever tonight.' } as const
    const dispute = aDispute({ facilitation })
    expect(closedItems(openDraft({ dispute, disputeBody: aDisputeBody({ attempts: '' }) }))).toEqual([])
  })
})

describe('a correction', () => {
  it('keeps the hearing and the attempts of the decision it corrects', () => {
    const material = openDraft({
      isCorrection: true,
      content: aContent({ correctionNote: 'The date in term 2.' }),
      dispute: aDispute({ notices: [], answers: [], facilitation: null }),
      disputeBody: aDisputeBody({ attempts: '', positions: [] }),
    })
    expect(closedItems(material)).toEqual([])
  })
})

describe('a recommendation', () => {
  it('needs no power to decide', () => {
    const instrument = anInstrument({ decisionType: 'recommend' })
    expect(closedItems(openDraft({ form: 'recommendation', instrument }))).toEqual([])
  })

  it.each([
    ['none', 'recommendation'],
    ['recommend', 'recommendation'],
    ['decide-temporary', 'decision'],
    ['decide-binding', 'decision'],
  ] as const)('follows from the power %s: %s', (decisionType, form) => {
    expect(formFor(anInstrument({ decisionType }))).toBe(form)
  })

  it('is all that is left without an instrument', () => {
    expect(formFor(null)).toBe('recommendation')
  })
})

describe('silence', () => {
  it('lets the work go on without a position of the silent parent', () => {
    const dispute = aDispute({ answers: [{ partyId: 'party-A', receivedOn: '2026-10-15', complete: true }] })
    const disputeBody = aDisputeBody({ positions: [{ partyId: 'party-A', text: 'Mine.' }] })
    expect(closedItems(openDraft({ dispute, disputeBody }))).toEqual([])
  })

  it('counts for a third party as for the parents', () => {
    const matter = aCase({ parties: [...bothParents, aParty({ letter: 'C', role: 'other' })] })
    const instrument = anInstrument({
      signatures: ['A', 'B', 'C'].map((letter) => ({ partyId: `party-${letter}`, on: '2026-01-12' })),
    })
    expect(closedItems(openDraft({ matter, instrument }))).toEqual(['both-heard'])
  })
})
