import { describe, expect, it } from 'vitest'
import {
  aFamily,
  aFinishedDraft,
  anImpasse,
  aReadyCase,
  instrumentInput,
} from '#tests/support/builders/ready-case.ts'

describe('instrument.record', () => {
  it('ends British Columbian authority on the second anniversary when nothing else is said', async () => {
    const vault = await aFamily()
    const { id = '' } = await vault.do('instrument.record', { case: vault.caseId, ...instrumentInput })
    expect(vault.head(id)['term']).toEqual({ start: '2026-01-12', end: '2028-01-12' })
  })

  it('refuses a longer term than the law gives, and takes a shorter one', async () => {
    const vault = await aFamily()
    const record = (end: string) => ({ case: vault.caseId, ...instrumentInput, term: { end } })
    expect(await vault.refusal('instrument.record', record('13 Jan 2028'))).toMatchObject({
      code: 'term-too-long',
      end: '2028-01-12',
    })
    await vault.do('instrument.record', record('30 Jun 2026'))
  })

  it('assumes no end where none was verified', async () => {
    const vault = await aFamily({ profile: 'us-az' })
    const { id = '' } = await vault.do('instrument.record', { case: vault.caseId, ...instrumentInput })
    expect(vault.head(id)['term']).toEqual({ start: '2026-01-12', end: null })
  })

  it.each([
    [{ feeSplit: { A: 50, B: 40 } }, { code: 'shares-not-100', sum: 90 }],
    [{ feeSplit: { A: 50, C: 50 } }, { code: 'no-such-party', who: 'C' }],
    [{ signatures: { Nobody: '12 Jan 2026' } }, { code: 'no-such-party', who: 'Nobody' }],
    [{ term: { start: '1 Feb 2026', end: '31 Jan 2026' } }, { code: 'term-ends-before-it-starts' }],
  ])('refuses %j', async (over, refusal) => {
    const vault = await aFamily()
    expect(
      await vault.refusal('instrument.record', { case: vault.caseId, ...instrumentInput, ...over }),
    ).toMatchObject(refusal)
  })

  it('refuses a power that the facts on file do not know', async () => {
    const vault = await aFamily({ profile: 'us-tx-f' })
    expect(
      await vault.refusal('instrument.record', { case: vault.caseId, ...instrumentInput }),
    ).toMatchObject({
      code: 'power-not-known-here',
    })
  })

  it('refuses a wrong weekday by the field', async () => {
    const vault = await aFamily()
    const input = { case: vault.caseId, ...instrumentInput, madeOn: 'Sunday 12 Jan 2026' }
    expect(await vault.refusal('instrument.record', input)).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'madeOn', message: 'wrong-weekday' }],
    })
  })

  it.each([
    ['Forfeiture of time', ['forfei']],
    ['pets', ['pets']],
    ['The dog', ['dog']],
    ['Forfeiture of parenting time', ['forfei']],
    ['Any change of the holidays', ['change', 'holida']],
  ])('looks for “%s” by its telling words', async (text, keywords) => {
    const vault = await aFamily()
    const input = { case: vault.caseId, ...instrumentInput, contractExclusions: [{ text }] }
    const { id = '' } = await vault.do('instrument.record', input)
    expect(vault.head(id)['contractExclusions']).toMatchObject([{ keywords }])
  })
})

describe('instrument.sign', () => {
  it('records one signature a party, the latest day counting', async () => {
    const vault = await aFamily()
    const { id = '' } = await vault.do('instrument.record', {
      case: vault.caseId,
      ...instrumentInput,
      signatures: {},
    })
    expect(await vault.refusal('instrument.sign', { instrument: id, on: '12 Jan 2026' })).toMatchObject({
      code: 'party-needed',
    })
    await vault.do('instrument.sign', { instrument: id, party: 'A', on: '12 Jan 2026' })
    await vault.do('instrument.sign', { instrument: id, party: 'A', on: '14 Jan 2026' })
    expect(vault.head(id)['signatures']).toMatchObject([{ on: '2026-01-14' }])
  })

  it('takes a day away that was recorded by mistake', async () => {
    const vault = await aFamily()
    const agreement = { case: vault.caseId, ...instrumentInput, signatures: {} }
    const { id = '' } = await vault.do('instrument.record', agreement)
    await vault.do('instrument.sign', { instrument: id, party: 'A', on: '12 Jan 2026' })
    await vault.do('instrument.sign', { instrument: id, party: 'B', on: '13 Jan 2026' })
    await vault.do('instrument.sign', { instrument: id, party: 'A', on: null })
    expect(vault.head(id)['signatures']).toMatchObject([{ on: '2026-01-13' }])
    const order = await vault.do('instrument.record', { ...agreement, kind: 'order' })
    await vault.do('instrument.sign', { instrument: order['id'] ?? '', on: '20 Jan 2026' })
    await vault.do('instrument.sign', { instrument: order['id'] ?? '', on: null })
    expect(vault.head(order['id'] ?? '')['enteredOn']).toBeNull()
  })

  it('takes no day away on which an issued decision rests', async () => {
    const vault = await aReadyCase()
    await vault.do('decision.issue', { decision: await aFinishedDraft(vault, await anImpasse(vault)) })
    const refused = { instrument: vault.instrumentId, party: 'A', on: null }
    expect(await vault.refusal('instrument.sign', refused)).toMatchObject({ code: 'instrument-cited' })
  })

  it('enters an order', async () => {
    const vault = await aFamily()
    const order = { case: vault.caseId, ...instrumentInput, kind: 'order', signatures: {} }
    const { id = '' } = await vault.do('instrument.record', order)
    await vault.do('instrument.sign', { instrument: id, on: '20 Jan 2026' })
    expect(vault.head(id)['enteredOn']).toBe('2026-01-20')
  })
})

describe('instrument.answerDeadline', () => {
  it('takes a checked number or the word that none was verified', async () => {
    const vault = await aFamily({ profile: 'us-az' })
    const { id: instrument = '' } = await vault.do('instrument.record', {
      case: vault.caseId,
      ...instrumentInput,
    })
    expect(vault.head(instrument)['deadlines']).toMatchObject([
      { id: 'court-report', days: null, state: 'to-ask' },
    ])
    await vault.do('instrument.answerDeadline', { instrument, deadline: 'court-report', days: null })
    expect(vault.head(instrument)['deadlines']).toMatchObject([{ days: null, state: 'not-verified' }])
    await vault.do('instrument.answerDeadline', {
      instrument,
      deadline: 'court-report',
      days: 5,
      source: 'the order',
    })
    expect(vault.head(instrument)['deadlines']).toMatchObject([
      { days: 5, state: 'checked', source: 'the order' },
    ])
    expect(
      await vault.refusal('instrument.answerDeadline', { instrument, deadline: 'x', days: 1 }),
    ).toMatchObject({
      code: 'no-such-deadline',
    })
  })
})

describe('instrument.update', () => {
  it('corrects until an issued decision rests on it', async () => {
    const vault = await aReadyCase()
    const { instrumentId: instrument } = vault
    await vault.do('instrument.update', { instrument, issues: ['I-02', 'I-02', 'I-01'] })
    expect(vault.head(instrument)['issues']).toEqual(['I-01', 'I-02'])
    const draft = await aFinishedDraft(vault, await anImpasse(vault))
    await vault.do('decision.issue', { decision: draft })
    expect(await vault.refusal('instrument.update', { instrument, title: 'Other' })).toEqual({
      code: 'instrument-cited',
    })
  })
})
