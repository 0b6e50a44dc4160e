import type { Refusal } from '#shared/commands/command.ts'
import type { Result } from '#shared/domain/result.ts'
import { MemoryVault } from '#tests/support/memory-vault.ts'

/** A vault with one family whose active phase is open, driven by command names. */
export class ReadyVault extends MemoryVault {
  caseId = ''
  instrumentId = ''
  planId = ''

  /** Runs a command that must not be refused, and answers with its output. */
  async do(name: string, input: object): Promise<Record<string, string>> {
    const done = await this.execute(name, input)
    if (!done.ok) throw new Error(`${name} was refused: ${JSON.stringify(done.error)}`)
    return done.value as Record<string, string> // Every command answers with an object of ids and words.
  }

  /** The refusal of a command that must be refused. */
  async refusal(name: string, input: object): Promise<Refusal> {
    const done: Result<unknown, Refusal> = await this.execute(name, input)
    if (done.ok) throw new Error(`${name} was done`)
    return done.error
  }

  /** The head of a record, as plain data. */
  head(id: string): Record<string, unknown> {
    return { ...this.reader().get(id)?.head }
  }

  /** The body of a record, as plain data. */
  bodyOf(id: string): Record<string, unknown> {
    return { ...(this.all().find((record) => record.id === id)?.body as object) }
  }
}

/** The stages before the active phase, one by one. */
export async function aFamily(over: object = {}): Promise<ReadyVault> {
  const vault = new ReadyVault()
  await vault.do('practice.update', { coordinatorName: 'Maren Holloway' })
  const made = await vault.do('case.create', {
    profile: 'ca-bc',
    parties: [{ name: 'Imogen Castellane' }, { name: 'Darko Veshti' }],
    children: [{ name: 'Oriel Veshti-Castellane', birthYear: 2018 }],
    ...over,
  })
  vault.caseId = made['id'] ?? ''
  return vault
}

export const instrumentInput = {
  kind: 'agreement',
  title: 'Agreement',
  madeOn: '12 Jan 2026',
  signatures: { A: '12 Jan 2026', B: '12 Jan 2026' },
  issues: ['I-02', 'I-03'],
  decisionType: 'decide-binding',
  feeSplit: { A: 50, B: 50 },
}

/** A family in the active phase. */
export async function aReadyCase(instrument: object = {}, about: object = {}): Promise<ReadyVault> {
  const vault = await aFamily(about)
  const { caseId } = vault
  await vault.do('case.recordConflictCheck', { case: caseId, on: '5 Jan 2026', outcome: 'clear' })
  for (const party of ['A', 'B'])
    await vault.do('case.recordScreening', { case: caseId, party, on: '6 Jan 2026', outcome: 'suitable' })
  const made = await vault.do('instrument.record', { case: caseId, ...instrumentInput, ...instrument })
  vault.instrumentId = made['id'] ?? ''
  const plan = await vault.do('plan.create', {
    case: caseId,
    title: 'Plan',
    clauses: [
      { citation: '3.2', text: 'The child is with B from Wednesday to Friday.' },
      { citation: '7.2', text: 'The Friday exchange takes place at 6:00 p.m.' },
    ],
  })
  vault.planId = plan['id'] ?? ''
  await vault.do('case.activate', { case: caseId, on: '19 Jan 2026' })
  return vault
}

/** A dispute on which both were heard and that ended in impasse; answers with its id. */
export async function anImpasse(vault: ReadyVault, over: object = {}): Promise<string> {
  const { id = '' } = await vault.do('dispute.raise', {
    case: vault.caseId,
    title: 'Late exchanges',
    issue: 'I-02',
    raisedBy: 'A',
    raisedOn: '9 Oct 2026',
    question: 'How long does a parent wait?',
    clauses: ['7.2'],
    ...over,
  })
  for (const party of ['A', 'B']) {
    await vault.do('dispute.sendNotice', {
      dispute: id,
      to: party,
      sentAt: '2026-10-10T10:00',
      answerBy: '16 Oct 2026',
    })
    await vault.do('dispute.recordPosition', {
      dispute: id,
      party,
      on: '15 Oct 2026',
      text: 'Mine.',
      complete: true,
    })
  }
  await vault.do('dispute.recordFacilitation', {
    dispute: id,
    outcome: 'impasse',
    on: '13 Oct 2026',
    attempts: 'One session.',
  })
  return id
}

/** A draft that may be issued; answers with its id. */
export async function aFinishedDraft(vault: ReadyVault, dispute: string): Promise<string> {
  const { id = '' } = await vault.do('decision.draft', { dispute })
  await vault.do('decision.update', {
    decision: id,
    writtenOn: 'Mon 19 Oct 2026',
    effectiveOn: 'Mon 19 Oct 2026',
    reasons: 'The child should not wait.',
    unchanged: 'The rest stays.',
  })
  await vault.do('decision.addTerm', {
    decision: id,
    text: 'A need not wait more than 20 minutes.',
    effect: 'procedure',
    duration: { kind: 'standing' },
  })
  return id
}
