import { describe, expect, it } from 'vitest'
import { anImpasse, aReadyCase } from '#tests/support/builders/ready-case.ts'

const raised = { title: 'Late exchanges', issue: 'I-02', raisedOn: '9 Oct 2026' }

describe('dispute.raise', () => {
  it.each(['7.2', '¶7.2', '¶ 7.2', '§7.2', 'Section 7.2', 'clause 7.2.'])(
    'finds the clause cited as %s',
    async (cited) => {
      const vault = await aReadyCase()
      const { id = '' } = await vault.do('dispute.raise', { case: vault.caseId, ...raised, clauses: [cited] })
      expect(vault.head(id)['clauseIds']).toHaveLength(1)
    },
  )

  it('refuses a clause that the plan does not have', async () => {
    const vault = await aReadyCase()
    const input = { case: vault.caseId, ...raised, clauses: ['9.9'] }
    expect(await vault.refusal('dispute.raise', input)).toEqual({ code: 'no-such-clause', citation: '9.9' })
  })

  it('is refused once the appointment has ended', async () => {
    const vault = await aReadyCase()
    await vault.do('case.end', { case: vault.caseId, on: '8 Oct 2026', how: 'completed' })
    expect(await vault.refusal('dispute.raise', { case: vault.caseId, ...raised })).toEqual({
      code: 'case-ended',
    })
  })

  it('numbers the issues of a case', async () => {
    const vault = await aReadyCase()
    const first = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    const second = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    expect([first['number'], second['number']]).toEqual([1, 2])
  })
})

describe('dispute.sendNotice', () => {
  async function aNotice(over: object, instrument: object = {}) {
    const vault = await aReadyCase(instrument, { zone: 'America/New_York' })
    const { id: dispute = '' } = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    const input = { dispute, to: 'B', sentAt: 'Fri 30 Oct 2026 12:00', ...over }
    return { vault, dispute, input }
  }

  it('counts a whole day to its end', async () => {
    const { vault, dispute, input } = await aNotice({ answerBy: 'Mon 2 Nov 2026' })
    await vault.do('dispute.sendNotice', input)
    expect(vault.head(dispute)['notices']).toMatchObject([{ answerBy: '2026-11-03T00:00' }])
  })

  it('takes the window of the instrument, in hours as they pass', async () => {
    const { vault, dispute, input } = await aNotice({ sentAt: '2026-10-31T12:00' }, { answerWindowHours: 48 })
    await vault.do('dispute.sendNotice', input)
    expect(vault.head(dispute)['notices']).toMatchObject([{ answerBy: '2026-11-02T11:00' }])
  })

  it('refuses a shorter time than the instrument gives', async () => {
    const { vault, input } = await aNotice({ answerBy: 'Sat 31 Oct 2026 12:00' }, { answerWindowHours: 48 })
    expect(await vault.refusal('dispute.sendNotice', input)).toMatchObject({
      code: 'window-too-short',
      hours: 48,
      earliest: '2026-11-01T11:00',
    })
  })

  it('asks for a day where the instrument gives none, and for one after the notice', async () => {
    const { vault, input } = await aNotice({})
    expect(await vault.refusal('dispute.sendNotice', input)).toEqual({ code: 'answer-day-needed' })
    const early = { ...input, answerBy: 'Fri 30 Oct 2026 11:59' }
    expect(await vault.refusal('dispute.sendNotice', early)).toEqual({ code: 'answer-before-notice' })
  })

  it.each([
    ['answerBy', 'Sunday 2 Nov 2026', 'wrong-weekday'],
    ['answerBy', '2026-02-30T10:00', 'no-such-day'],
    ['sentAt', '2026-02-30T10:00', 'no-such-day'],
    ['sentAt', '30 Oct 2026', 'not-a-time'],
  ])('refuses %s “%s” with %s', async (field, text, message) => {
    const { vault, input } = await aNotice({ answerBy: 'Mon 2 Nov 2026', [field]: text })
    expect(await vault.refusal('dispute.sendNotice', input)).toMatchObject({
      code: 'bad-input',
      fields: [{ field, message }],
    })
  })
})

describe('dispute.recordFacilitation', () => {
  it('needs the terms of an agreement and the reason of an urgency', async () => {
    const vault = await aReadyCase()
    const { id: dispute } = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    const outcome = (name: string, over: object = {}) => ({
      dispute,
      outcome: name,
      on: '13 Oct 2026',
      ...over,
    })
    expect(await vault.refusal('dispute.recordFacilitation', outcome('agreed'))).toEqual({
      code: 'agreed-terms-missing',
    })
    expect(await vault.refusal('dispute.recordFacilitation', outcome('urgent'))).toEqual({
      code: 'urgency-reason-missing',
    })
    await vault.do(
      'dispute.recordFacilitation',
      outcome('agreed', { agreedTerms: ['At 6:30 until Fri 18 Dec 2026.'] }),
    )
  })

  it('refuses a wrong weekday in what was agreed', async () => {
    const vault = await aReadyCase()
    const { id: dispute } = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    const agreed = {
      dispute,
      outcome: 'agreed',
      on: '13 Oct 2026',
      agreedTerms: ['Until Sunday 26 Oct 2026.'],
    }
    expect(await vault.refusal('dispute.recordFacilitation', agreed)).toMatchObject({
      code: 'wrong-weekday',
      weekday: 'Monday',
    })
  })

  it('leaves a dispute that was agreed in part open for a decision on the rest', async () => {
    const vault = await aReadyCase()
    const { id: dispute = '' } = await vault.do('dispute.raise', { case: vault.caseId, ...raised })
    const partly = {
      dispute,
      outcome: 'partly-agreed',
      on: '13 Oct 2026',
      agreedTerms: ['A text on leaving work.'],
    }
    await vault.do('dispute.recordFacilitation', partly)
    expect(vault.head(dispute)['status']).toBe('impasse')
  })
})

describe('dispute.refer', () => {
  it('closes the issue as referred: nothing is decided, changed or closed on it', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const { id: draft } = await vault.do('decision.draft', { dispute })
    await vault.do('dispute.refer', {
      dispute,
      to: 'counsel-or-court',
      on: '19 Oct 2026',
      reason: 'Choice of school',
    })
    expect(vault.head(dispute)['status']).toBe('referred')
    expect(await vault.refusal('decision.draft', { dispute })).toMatchObject({ code: 'issue-referred' })
    expect(await vault.refusal('decision.issue', { decision: draft })).toMatchObject({ code: 'gate-closed' })
    expect(await vault.refusal('dispute.update', { dispute, title: 'X' })).toMatchObject({
      code: 'dispute-not-open',
    })
    expect(await vault.refusal('dispute.close', { dispute })).toMatchObject({
      code: 'dispute-not-open',
      status: 'referred',
    })
  })
})

describe('dispute.close', () => {
  it('happens once, and ends the work on it', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    await vault.do('dispute.close', { dispute })
    expect(await vault.refusal('dispute.close', { dispute })).toMatchObject({ code: 'dispute-not-open' })
    expect(await vault.refusal('decision.draft', { dispute })).toMatchObject({ code: 'dispute-not-open' })
  })
})
