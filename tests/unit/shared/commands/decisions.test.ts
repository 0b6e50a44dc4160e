import { describe, expect, it } from 'vitest'
import { aFinishedDraft, anImpasse, aReadyCase, instrumentInput } from '#tests/support/builders/ready-case.ts'

describe('decision.issue', () => {
  it('numbers and titles a determination, and decides the dispute', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const draft = await aFinishedDraft(vault, dispute)
    expect(await vault.do('decision.issue', { decision: draft })).toMatchObject({
      number: 1,
      title: 'Determination No. 1',
    })
    expect(vault.head(draft)).toMatchObject({ state: 'issued', number: 1, issuedAt: vault.now })
    expect(vault.head(dispute)['status']).toBe('decided')
  })

  it('names what is missing and writes nothing', async () => {
    const vault = await aReadyCase()
    const { id: dispute } = await vault.do('dispute.raise', {
      case: vault.caseId,
      title: 'X',
      issue: 'I-10',
      raisedOn: '9 Oct 2026',
    })
    const { id: decision = '' } = await vault.do('decision.draft', { dispute })
    const before = vault.all()
    expect(await vault.refusal('decision.issue', { decision })).toMatchObject({
      code: 'gate-closed',
      missing: ['issue-ticked', 'plan-cited', 'both-heard', 'facilitation-tried', 'content-complete'],
    })
    expect(vault.all()).toEqual(before)
  })

  it('freezes names, clauses and positions as they were on the day', async () => {
    const vault = await aReadyCase()
    const draft = await aFinishedDraft(vault, await anImpasse(vault))
    await vault.do('decision.issue', { decision: draft })
    await vault.do('case.update', { case: vault.caseId, parties: [{ party: 'A', name: 'Someone Else' }] })
    await vault.do('plan.rewordClause', { plan: vault.planId, clause: '7.2', text: 'Other words.' })
    await vault.do('practice.update', { coordinatorName: 'Another Person' })
    const issued = JSON.stringify(vault.bodyOf(draft)['issued'])
    expect(issued).toContain('Imogen Castellane')
    expect(issued).toContain('takes place at 6:00 p.m.')
    expect(issued).toContain('Maren Holloway')
  })

  it('numbers decisions and recommendations apart', async () => {
    const vault = await aReadyCase()
    const titles = []
    for (const form of ['decision', 'recommendation', 'decision'] as const) {
      const dispute = await anImpasse(vault)
      const { id: draft = '' } = await vault.do('decision.draft', { dispute, form })
      const finished = await aFinishedDraft(vault, dispute)
      await vault.do('decision.discardDraft', { decision: form === 'decision' ? draft : finished })
      if (form === 'decision')
        titles.push((await vault.do('decision.issue', { decision: finished }))['title'])
      else {
        const term = {
          text: 'A text on leaving work.',
          effect: 'communication',
          duration: { kind: 'standing' },
        }
        await vault.do('decision.addTerm', { decision: draft, ...term })
        const dates = { writtenOn: '19 Oct 2026', effectiveOn: '19 Oct 2026' }
        await vault.do('decision.update', { decision: draft, ...dates, reasons: 'R', unchanged: 'U' })
        titles.push((await vault.do('decision.issue', { decision: draft }))['title'])
      }
    }
    expect(titles).toEqual(['Determination No. 1', 'Recommendation No. 1', 'Determination No. 2'])
  })

  it('cannot decide an issue twice from two drafts', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const [first, second] = [await aFinishedDraft(vault, dispute), await aFinishedDraft(vault, dispute)]
    await vault.do('decision.issue', { decision: first })
    expect(await vault.refusal('decision.issue', { decision: second })).toEqual({
      code: 'dispute-not-open',
      status: 'decided',
    })
    expect(await vault.refusal('decision.draft', { dispute })).toEqual({
      code: 'dispute-not-open',
      status: 'decided',
    })
  })
})

describe('an issued decision', () => {
  async function issued() {
    const vault = await aReadyCase()
    const decision = await aFinishedDraft(vault, await anImpasse(vault))
    const { term } = await vault.do('decision.addTerm', {
      decision,
      text: 'B sends a message on arrival.',
      duration: { kind: 'standing' },
    })
    await vault.do('decision.issue', { decision })
    return { vault, decision, term }
  }

  it('is refused by every command that could change it', async () => {
    const { vault, decision, term } = await issued()
    const attempts: readonly [string, object][] = [
      ['decision.update', { reasons: 'Other' }],
      ['decision.addTerm', { text: 'More', duration: { kind: 'standing' } }],
      ['decision.editTerm', { term, text: 'Other' }],
      ['decision.removeTerm', { term }],
      ['decision.setCalculations', { calculations: [] }],
      ['decision.setReallocation', { reallocation: null }],
      ['decision.answerExclusion', { exclusion: 'X-05', isExcluded: false, reason: 'R' }],
      ['decision.discardDraft', {}],
      ['decision.issue', {}],
    ]
    const before = vault.all()
    for (const [name, input] of attempts)
      expect(await vault.refusal(name, { decision, ...input }), name).toEqual({ code: 'issued-immutable' })
    expect(vault.all()).toEqual(before)
  })

  it('is corrected by a new document that names it, once', async () => {
    const { vault, decision } = await issued()
    const { id: correction = '' } = await vault.do('decision.correct', { decision })
    expect(await vault.refusal('decision.correct', { decision })).toEqual({
      code: 'already-corrected',
      by: correction,
    })
    const dates = { writtenOn: '19 Oct 2026', effectiveOn: '19 Oct 2026' }
    await vault.do('decision.update', { decision: correction, ...dates })
    expect(await vault.refusal('decision.issue', { decision: correction })).toMatchObject({
      missing: ['content-complete'],
    })
    await vault.do('decision.update', { decision: correction, correctionNote: 'Term 2 names the message.' })
    expect(await vault.do('decision.issue', { decision: correction })).toMatchObject({
      title: 'Determination No. 2',
    })
    expect(vault.head(decision)).toMatchObject({ correctedBy: correction, title: 'Determination No. 1' })
    expect(vault.head(correction)).toMatchObject({ corrects: decision })
    expect(await vault.refusal('decision.correct', { decision })).toEqual({
      code: 'already-corrected',
      by: correction,
    })
  })

  it('is the only thing that can be corrected', async () => {
    const vault = await aReadyCase()
    const draft = await aFinishedDraft(vault, await anImpasse(vault))
    expect(await vault.refusal('decision.correct', { decision: draft })).toEqual({ code: 'not-issued' })
  })

  it('cannot be added after the term is over, with an earlier date', async () => {
    const vault = await aReadyCase({ term: { end: '31 Oct 2026' } })
    const draft = await aFinishedDraft(vault, await anImpasse(vault))
    vault.now = '2026-11-01T07:00:00Z'
    expect(await vault.refusal('decision.issue', { decision: draft })).toMatchObject({
      missing: ['instrument-in-force'],
    })
    await vault.do('case.end', { case: vault.caseId, on: '1 Nov 2026', how: 'expired' })
    expect(await vault.refusal('decision.issue', { decision: draft })).toMatchObject({
      missing: ['instrument-in-force', 'case-active'],
    })
  })
})

describe('decision.draft', () => {
  it('is a recommendation where there is no power to decide', async () => {
    const vault = await aReadyCase({ decisionType: 'recommend' })
    expect(await vault.do('decision.draft', { dispute: await anImpasse(vault) })).toMatchObject({
      form: 'recommendation',
    })
  })

  it('wears the hat it is given, where the coordinator has two', async () => {
    const vault = await aReadyCase({ decisionType: 'recommend' })
    const other = await vault.do('instrument.record', {
      case: vault.caseId,
      ...instrumentInput,
      decisionType: 'decide-binding',
    })
    const dispute = await anImpasse(vault)
    expect(await vault.do('decision.draft', { dispute, instrument: vault.instrumentId })).toMatchObject({
      form: 'recommendation',
    })
    expect(await vault.do('decision.draft', { dispute, instrument: other['id'] })).toMatchObject({
      form: 'decision',
    })
    expect(await vault.refusal('decision.draft', { dispute, instrument: 'x' })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('decision.answerExclusion', () => {
  it('answers what the instrument of this draft asks, not a later one', async () => {
    const vault = await aReadyCase({ contractExclusions: [{ text: 'Forfeiture of time' }] })
    const draft = await aFinishedDraft(vault, await anImpasse(vault))
    const forfeit = {
      text: 'Who is late forfeits the evening.',
      duration: { kind: 'once', on: '21 Oct 2026' },
    }
    await vault.do('decision.addTerm', { decision: draft, ...forfeit })
    await vault.do('instrument.record', { case: vault.caseId, ...instrumentInput })
    const answer = { decision: draft, exclusion: 'X-11', isExcluded: true, reason: 'It is' }
    await vault.do('decision.answerExclusion', answer)
    expect(await vault.refusal('decision.answerExclusion', { ...answer, exclusion: 'X-05' })).toMatchObject({
      code: 'nothing-to-answer',
    })
    expect(await vault.refusal('decision.issue', { decision: draft })).toMatchObject({
      missing: ['not-excluded'],
    })
  })
})

describe('decision.setCalculations', () => {
  it.each([
    [
      { kind: 'make-up', title: 'M', owedMinutes: 1, from: '2026-10-21T15:25', to: '2026-10-21T15:25' },
      'ends-before-it-starts',
    ],
    [
      {
        kind: 'split',
        title: 'S',
        start: '2026-12-18T12:30',
        end: '2027-01-04T08:00',
        exchangeAt: '2027-01-05T08:00',
        first: 'A',
        second: 'B',
      },
      'exchange-outside-break',
    ],
    [
      {
        kind: 'split',
        title: 'S',
        start: '2026-12-18T12:30',
        end: '2027-01-04T08:00',
        exchangeAt: '2026-12-26T20:00',
        first: 'A',
        second: 'C',
      },
      'no-such-party',
    ],
    [
      { kind: 'make-up', title: 'M', owedMinutes: 1, from: '2026-02-30T15:25', to: '2026-10-21T16:25' },
      'bad-input',
    ],
  ])('refuses %j with %s', async (calculation, code) => {
    const vault = await aReadyCase()
    const decision = await aFinishedDraft(vault, await anImpasse(vault))
    const refused = await vault.refusal('decision.setCalculations', { decision, calculations: [calculation] })
    expect(refused.code).toBe(code)
  })
})

describe('terms of a draft', () => {
  it('are moved, changed and removed by their id', async () => {
    const vault = await aReadyCase()
    const decision = await aFinishedDraft(vault, await anImpasse(vault))
    const { term: second } = await vault.do('decision.addTerm', {
      decision,
      text: 'Two.',
      duration: { kind: 'standing' },
    })
    await vault.do('decision.editTerm', { decision, term: second, position: 1, text: 'First now.' })
    const texts = () =>
      (vault.bodyOf(decision)['content'] as { terms: { text: string }[] }).terms.map(({ text }) => text)
    expect(texts()).toEqual(['First now.', 'A need not wait more than 20 minutes.'])
    await vault.do('decision.removeTerm', { decision, term: second })
    expect(texts()).toEqual(['A need not wait more than 20 minutes.'])
    expect(await vault.refusal('decision.editTerm', { decision, term: second, text: 'X' })).toMatchObject({
      code: 'not-found',
    })
  })
})
