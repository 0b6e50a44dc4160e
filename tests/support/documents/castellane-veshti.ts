import { MemoryVault } from '#tests/support/memory-vault.ts'
import { make, must } from './must.ts'

/** The late exchanges of a fictional family, up to the issued Determination No. 1. */
export interface CastellaneVeshti {
  readonly vault: MemoryVault
  readonly caseId: string
  readonly disputeId: string
  readonly sessionId: string
  readonly decisionId: string
}

export const privateNote = 'thinks D. drinks'

export const operativeTerms = [
  'Parent A need not wait more than 20 minutes after the exchange time; after that Parent B brings O. to Parent A’s door the same evening and messages on arrival.',
  'Make-up time: O. is with Parent A on Wednesday 21 October 2026 from 3:25 p.m. to 7:00 p.m., out of Parent B’s block.',
  'The tally of late minutes restarts on Monday 19 October 2026.',
] as const

interface Options {
  readonly regime?: 'open' | 'closed' | 'mixed'
  readonly issue?: boolean
}

/** Builds the family through the real commands. */
export async function castellaneVeshti({
  regime = 'open',
  issue = true,
}: Options = {}): Promise<CastellaneVeshti> {
  const vault = new MemoryVault({ now: '2026-10-12T17:00:00Z' })
  await must(vault, 'practice.update', {
    coordinatorName: 'Maren Holloway',
    credentials: 'JD, Accredited Mediator',
    practiceName: 'Holloway Parenting Coordination',
    contact: 'Suite 4, 200 Harbour Street, Millbrook · office@holloway.example',
    place: 'Millbrook',
    zone: 'America/Vancouver',
  })
  const caseId = await make(vault, 'case.create', {
    profile: 'ca-bc',
    zone: 'America/Vancouver',
    parties: [{ name: 'Imogen Castellane' }, { name: 'Darko Veshti' }],
    children: [{ name: 'Orla Veshti-Castellane', birthYear: 2018 }],
  })
  await enterAuthority(vault, caseId, regime)
  const disputeId = await raiseLateness(vault, caseId)
  const sessionId = await holdSession(vault, caseId, disputeId)
  const decisionId = await draft(vault, disputeId)
  vault.now = '2026-10-19T20:00:00Z'
  if (issue) await must(vault, 'decision.issue', { decision: decisionId })
  return { vault, caseId, disputeId, sessionId, decisionId }
}

async function enterAuthority(vault: MemoryVault, caseId: string, regime: string): Promise<void> {
  await must(vault, 'case.recordConflictCheck', { case: caseId, on: '2026-01-05', outcome: 'clear' })
  for (const party of ['A', 'B'])
    await must(vault, 'case.recordScreening', {
      case: caseId,
      party,
      on: '2026-01-08',
      outcome: 'suitable',
      privateAnswers: `Screening answer of parent ${party}: sleeps badly before every exchange day`,
    })
  await must(vault, 'case.update', { case: caseId, privateNote })
  await must(vault, 'case.setContact', {
    case: caseId,
    party: 'A',
    address: '14 Fennel Row, Larkmead',
    phone: '604-555-0142',
    isProtected: true,
    protectedWords: ['Small Otters'],
  })
  await must(vault, 'instrument.record', {
    case: caseId,
    kind: 'agreement',
    title: 'Parenting coordination agreement',
    madeOn: 'Mon 12 Jan 2026',
    clause: '6',
    signatures: { A: '2026-01-12', B: '2026-01-12' },
    issues: ['I-01', 'I-02', 'I-03', 'I-14', 'I-24'],
    contractExclusions: [{ text: 'Forfeiture of parenting time', keywords: ['forfeit', 'forfeiture'] }],
    decisionType: 'decide-binding',
    regime,
    feeSplit: { A: 50, B: 50 },
    reallocation: 'after-written-warning',
  })
  await must(vault, 'plan.create', {
    case: caseId,
    title: 'Parenting plan',
    madeOn: '2024-05-06',
    clauses: [
      {
        citation: '3.2',
        heading: '',
        text: 'The child is with B every week from Wednesday after school to Friday.',
      },
      {
        citation: '7.2',
        heading: 'Exchange',
        text: 'The Friday exchange takes place at 6:00 p.m., in term at the school gate, otherwise at the Millbrook Library entrance. A parent who runs late tells the other as soon as it is known.',
      },
    ],
  })
  await must(vault, 'case.activate', { case: caseId, on: '2026-01-15' })
}

async function raiseLateness(vault: MemoryVault, caseId: string): Promise<string> {
  const disputeId = await make(vault, 'dispute.raise', {
    case: caseId,
    title: 'Late exchanges and make-up time',
    issue: 'I-02',
    raisedBy: 'A',
    raisedOn: '2026-10-10',
    question: 'How long must a parent wait at the exchange, and how is lost time made up?',
    clauses: ['7.2'],
  })
  const notices = { A: '2026-10-12T09:00', B: '2026-10-12T09:05' }
  for (const [to, sentAt] of Object.entries(notices))
    await must(vault, 'dispute.sendNotice', { dispute: disputeId, to, sentAt, answerBy: '2026-10-16' })
  await must(vault, 'dispute.recordPosition', {
    dispute: disputeId,
    party: 'A',
    on: '2026-10-14',
    text: 'A rule of 20 minutes, and every minute made up.',
  })
  await must(vault, 'dispute.recordPosition', {
    dispute: disputeId,
    party: 'B',
    on: '2026-10-15',
    text: 'Traffic is nobody’s fault; no make-up time.',
  })
  return disputeId
}

async function holdSession(vault: MemoryVault, caseId: string, disputeId: string): Promise<string> {
  vault.now = '2026-10-13T17:00:00Z'
  const session = await make(vault, 'session.open', {
    case: caseId,
    heldOn: '2026-10-13',
    startTime: '10:00',
    minutes: 75,
    method: 'video',
    present: ['A', 'B'],
    disputes: [disputeId],
  })
  const entries = [
    { speaker: 'B', kind: 'statement', text: 'The shift ends at 5:15 and the bridge is slow on Fridays.' },
    {
      speaker: 'A',
      kind: 'proposal',
      text: 'I offer to meet halfway at the petrol station if he pays the PC.',
    },
    {
      speaker: 'B',
      kind: 'agreement',
      text: 'A text when leaving work; 6:30 p.m. until Friday 18 December 2026.',
    },
    {
      speaker: 'A',
      kind: 'statement',
      tier: 'caucus',
      text: 'She is afraid he will take the child to his mother for good.',
    },
    {
      speaker: 'coordinator',
      kind: 'note',
      tier: 'child',
      text: 'Orla says she counts the red cars while she waits alone.',
    },
    {
      speaker: 'coordinator',
      kind: 'note',
      tier: 'protected',
      text: 'The safe house stands behind the old tannery on Fennel Row.',
    },
    {
      speaker: 'coordinator',
      kind: 'reflection',
      text: 'He smelled of beer again and I am losing patience with him.',
    },
  ]
  for (const entry of entries) await must(vault, 'session.addEntry', { session, ...entry })
  await must(vault, 'session.sign', { session })
  await must(vault, 'dispute.recordFacilitation', {
    dispute: disputeId,
    outcome: 'partly-agreed',
    on: '2026-10-13',
    attempts: 'A joint session by video on Tuesday 13 October 2026. Waiting and make-up time stayed open.',
    agreedTerms: [
      'Parent B sends a text on leaving work.',
      'Until Friday 18 December 2026 the exchange is at 6:30 p.m.',
    ],
  })
  return session
}

async function draft(vault: MemoryVault, disputeId: string): Promise<string> {
  const decision = await make(vault, 'decision.draft', { dispute: disputeId })
  const durations = [
    { effect: 'procedure', duration: { kind: 'standing' } },
    { effect: 'make-up', duration: { kind: 'once', on: '2026-10-21' } },
    { effect: 'other', duration: { kind: 'standing' } },
  ]
  for (const [index, text] of operativeTerms.entries())
    await must(vault, 'decision.addTerm', { decision, text, ...durations[index] })
  await must(vault, 'decision.setCalculations', {
    decision,
    calculations: [
      {
        kind: 'lateness',
        title: 'Minutes late',
        rows: [
          { on: '2026-09-04', minutes: 35 },
          { on: '2026-09-11', minutes: 50 },
          { on: '2026-09-18', minutes: 0 },
          { on: '2026-09-25', minutes: 65 },
          { on: '2026-10-02', minutes: 40 },
          { on: '2026-10-09', minutes: 25 },
        ],
      },
      {
        kind: 'make-up',
        title: 'Make-up time',
        owedMinutes: 215,
        from: '2026-10-21T15:25',
        to: '2026-10-21T19:00',
      },
    ],
  })
  await must(vault, 'decision.update', {
    decision,
    writtenOn: 'Mon 19 Oct 2026',
    effectiveOn: '2026-10-19',
    information:
      'Six exchanges from 4 September to 9 October 2026. Three messages from Parent B, each sent under ten minutes before the exchange.',
    findings: 'Parent B was late at five of six exchanges.',
    reasons:
      'A child who waits without an end learns to dread the exchange. A short, known limit serves her better.\n\nTime that was lost is made up once and in full, close to when it was lost.',
    notDecided: [
      {
        text: 'Parent B’s block to end on Thursday.',
        reason: 'A lasting change of parenting time is outside the authority given.',
      },
      { text: 'The exchange at 7:00 p.m. for good.', reason: 'It would change an express term of the plan.' },
    ],
    unchanged: 'The weekly pattern, the exchange place and all other terms of the plan stay as they are.',
    delivery: [
      { to: 'Imogen Castellane', how: 'E-mail', at: '2026-10-19T13:05' },
      { to: 'Darko Veshti', how: 'E-mail', at: '2026-10-19T13:05' },
    ],
    signedAt: 'Millbrook',
  })
  await answerQuestions(vault, decision)
  return decision
}

/** Answers every question that the words of the draft raise: none of them changes the plan. */
async function answerQuestions(vault: MemoryVault, decision: string): Promise<void> {
  for (const exclusion of ['X-12', 'X-03', 'X-14']) {
    const input = {
      decision,
      exclusion,
      isExcluded: false,
      reason: 'A date of this decision, not a change of the plan.',
    }
    await vault.execute('decision.answerExclusion', input)
  }
}
