import type { RunCommand } from './seeded-app.ts'

/** A family in the active phase, with an order or agreement and a plan. */
export async function seedFamily(
  run: RunCommand,
  over: { readonly instrument?: object; readonly label?: string } = {},
) {
  await run(
    'practice.update',
    { coordinatorName: 'Maren Holloway', place: 'Millbrook', zone: 'America/Vancouver' },
    '2026-10-01T17:00:00Z',
  )
  const made = await run('case.create', {
    label: over.label ?? 'Castellane and Veshti',
    profile: 'ca-bc',
    parties: [{ name: 'Imogen Castellane' }, { name: 'Darko Veshti' }],
    children: [{ name: 'Oriel Veshti-Castellane', birthYear: 2018 }],
  })
  const caseId = made['id'] ?? ''
  await run('case.recordConflictCheck', { case: caseId, on: '2026-01-05', outcome: 'clear' })
  for (const party of ['A', 'B'])
    await run('case.recordScreening', { case: caseId, party, on: '2026-01-06', outcome: 'suitable' })
  await run('instrument.record', {
    case: caseId,
    kind: 'agreement',
    title: 'Parenting coordination agreement',
    madeOn: '2026-01-12',
    clause: '4.1',
    signatures: { A: '2026-01-12', B: '2026-01-12' },
    issues: ['I-01', 'I-02', 'I-03', 'I-14', 'I-24'],
    decisionType: 'decide-binding',
    regime: 'open',
    feeSplit: { A: 50, B: 50 },
    answerWindowHours: 72,
    ...over.instrument,
  })
  await run('plan.create', {
    case: caseId,
    title: 'Parenting plan',
    clauses: [
      {
        citation: '3.2',
        heading: 'Weekly pattern',
        text: 'The child is with B every week from Wednesday after school to Friday.',
      },
      {
        citation: '7.2',
        heading: 'Exchanges',
        text: 'The Friday exchange takes place at 6:00 p.m. at the school gate.',
      },
    ],
  })
  await run('case.activate', { case: caseId, on: '2026-01-19' })
  return caseId
}

/** A dispute on which both parents were heard and facilitation ended at an impasse. */
export async function seedDispute(run: RunCommand, caseId: string) {
  const raised = await run(
    'dispute.raise',
    {
      case: caseId,
      title: 'Late Friday exchanges',
      issue: 'I-02',
      raisedBy: 'A',
      raisedOn: '2026-10-09',
      question: 'What follows when the Friday exchange is late?',
      clauses: ['7.2'],
    },
    '2026-10-10T17:00:00Z',
  )
  const dispute = raised['id'] ?? ''
  for (const to of ['A', 'B'])
    await run('dispute.sendNotice', { dispute, to, sentAt: '2026-10-10T10:05', answerBy: '2026-10-16' })
  await run('dispute.recordPosition', {
    dispute,
    party: 'A',
    on: '2026-10-15',
    text: 'Every minute is made up.',
    complete: true,
  })
  await run('dispute.recordPosition', {
    dispute,
    party: 'B',
    on: '2026-10-15',
    text: 'Traffic is nobody’s fault.',
    complete: true,
  })
  await run('dispute.recordFacilitation', {
    dispute,
    outcome: 'impasse',
    on: '2026-10-13',
    attempts: 'One session by video on Tue 13 Oct 2026.',
  })
  return dispute
}

/** An open session of both parents. */
export async function seedSession(run: RunCommand, caseId: string, disputes: readonly string[] = []) {
  const opened = await run(
    'session.open',
    {
      case: caseId,
      heldOn: '2026-10-13',
      startTime: '17:00',
      method: 'video',
      present: ['A', 'B'],
      disputes,
    },
    '2026-10-14T00:05:00Z',
  )
  return opened['id'] ?? ''
}

/** A draft that lacks nothing. */
export async function seedDraft(run: RunCommand, dispute: string) {
  const begun = await run('decision.draft', { dispute }, '2026-10-19T16:00:00Z')
  const decision = begun['id'] ?? ''
  await run('decision.update', {
    decision,
    writtenOn: '2026-10-19',
    effectiveOn: '2026-10-19',
    findings: 'B came late on five of six Fridays.',
    reasons: 'The child should not wait at the gate without knowing for how long.',
    unchanged: 'The weekly pattern and the exchange time stay as they are.',
  })
  await run('decision.addTerm', {
    decision,
    text: 'A need not wait more than 20 minutes after the exchange time.',
    effect: 'procedure',
    duration: { kind: 'until', start: '2026-10-19', end: '2026-12-18' },
  })
  return decision
}
