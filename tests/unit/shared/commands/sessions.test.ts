import { describe, expect, it } from 'vitest'
import { aFamily, aReadyCase } from '#tests/support/builders/ready-case.ts'

const held = { heldOn: 'Tue 13 Oct 2026', startTime: '17:00', method: 'video' }

interface Entry {
  readonly id: string
  readonly tier: string
  readonly speaker: string
  readonly text: string
  readonly addendum: boolean
  readonly struckOut: boolean
}

async function anOpenSession() {
  const vault = await aReadyCase()
  const { id: session = '' } = await vault.do('session.open', { case: vault.caseId, ...held })
  const entries = () => vault.bodyOf(session)['entries'] as readonly Entry[]
  const add = async (input: object) =>
    (await vault.do('session.addEntry', { session, text: 'Words.', ...input }))['entry']
  return { vault, session, entries, add }
}

describe('session.open', () => {
  it('is refused before the conflict check, and after it ended in a conflict', async () => {
    const vault = await aFamily()
    const input = { case: vault.caseId, ...held }
    expect(await vault.refusal('session.open', input)).toEqual({ code: 'conflict-check-missing' })
    await vault.do('case.recordConflictCheck', { case: vault.caseId, on: '5 Jan 2026', outcome: 'decline' })
    expect(await vault.refusal('session.open', input)).toEqual({ code: 'conflict-declined' })
  })

  it('is refused for strangers and for disputes of another case', async () => {
    const vault = await aReadyCase()
    const input = { case: vault.caseId, ...held }
    expect(await vault.refusal('session.open', { ...input, present: ['C'] })).toMatchObject({
      code: 'no-such-party',
    })
    expect(await vault.refusal('session.open', { ...input, disputes: ['x'] })).toMatchObject({
      code: 'not-found',
    })
  })

  it.each(['Shuttle only; no joint session', 'No joint meetings, app only', 'Only by shuttle'])(
    'brings nobody together whom screening keeps apart: “%s”',
    async (modifications) => {
      const vault = await aReadyCase()
      const screening = { case: vault.caseId, party: 'A', on: '6 Jan 2026', modifications }
      await vault.do('case.recordScreening', { ...screening, outcome: 'suitable-with-modifications' })
      const input = { case: vault.caseId, ...held, present: ['A', 'B'] }
      expect(await vault.refusal('session.open', input)).toMatchObject({
        code: 'joint-session-barred',
        modifications,
      })
      await vault.do('session.open', { ...input, present: ['A'] })
      const { id: session = '' } = await vault.do('session.open', { ...input, method: 'shuttle' })
      expect(await vault.refusal('session.update', { session, method: 'video' })).toMatchObject({
        code: 'joint-session-barred',
      })
      await vault.do('case.recordScreening', { ...screening, modifications: '', outcome: 'suitable' })
      await vault.do('session.update', { session, method: 'video' })
    },
  )

  it('takes the time as it is said', async () => {
    const vault = await aReadyCase()
    const { id = '' } = await vault.do('session.open', {
      case: vault.caseId,
      ...held,
      startTime: '5:30 p.m.',
    })
    expect(vault.head(id)['startTime']).toBe('17:30')
  })

  it.each(['24:00', '7:00', '18:60', ''])('refuses the time “%s”', async (startTime) => {
    const vault = await aReadyCase()
    expect(await vault.refusal('session.open', { case: vault.caseId, ...held, startTime })).toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('session entries', () => {
  it('keep a reflection private, whatever tier is asked for, then and later', async () => {
    const { vault, session, entries, add } = await anOpenSession()
    const entry = await add({ kind: 'reflection', tier: 'shared' })
    expect(entries()[0]?.tier).toBe('private')
    await vault.do('session.editEntry', { session, entry, tier: 'shared' })
    expect(entries()[0]?.tier).toBe('private')
    await vault.do('session.editEntry', { session, entry, kind: 'note' })
    expect(entries()[0]?.tier).toBe('private')
  })

  it('put a reflection in the mouth of nobody but the coordinator', async () => {
    const { vault, session, entries, add } = await anOpenSession()
    const entry = await add({ kind: 'note', speaker: 'B' })
    await vault.do('session.editEntry', { session, entry, kind: 'reflection', speaker: 'B' })
    await add({ kind: 'reflection', speaker: 'A' })
    expect(entries().map(({ speaker }) => speaker)).toEqual(['coordinator', 'coordinator'])
  })

  it('name a party by id and leave other names as they are', async () => {
    const { vault, entries, add } = await anOpenSession()
    await add({ speaker: 'B' })
    await add({ speaker: 'Ms. Teacher' })
    const [, b] = vault.head(vault.caseId)['parties'] as { id: string }[]
    expect(entries().map(({ speaker }) => speaker)).toEqual([b?.id, 'Ms. Teacher'])
  })

  it.each([
    ['right to left', 'שלום לכולם ومرحبا'],
    ['emoji', 'O. drew 👩‍👧‍👦🏳️‍🌈'],
    ['very long text', 'word '.repeat(20_000)],
    ['line breaks', 'one\ntwo\n\nthree'],
  ])('keep %s as typed', async (_name, text) => {
    const { entries, add } = await anOpenSession()
    await add({ text })
    expect(entries()[0]?.text).toBe(text)
  })

  it('write half a character as the sign for one that cannot be read, as the disk would', async () => {
    const { entries, add } = await anOpenSession()
    await add({ text: 'a\uD800b' })
    expect(entries()[0]?.text).toBe('a\uFFFDb')
  })

  it('drop only control characters that no document can carry', async () => {
    const { entries, add } = await anOpenSession()
    await add({ text: 'a\u0000b\u001Bc\td\r\ne' })
    expect(entries()[0]?.text).toBe('abc\td\ne')
  })

  it('refuse more than fits, and say so by the field', async () => {
    const { vault, session } = await anOpenSession()
    const refused = await vault.refusal('session.addEntry', { session, text: 'x'.repeat(400_001) })
    expect(refused).toMatchObject({ code: 'bad-input', fields: [{ field: 'text', code: 'too_big' }] })
  })

  it('stay readable when they are struck out, and are not counted', async () => {
    const { vault, session, entries, add } = await anOpenSession()
    const entry = await add({})
    await vault.do('session.strikeEntry', { session, entry })
    expect(entries()[0]).toMatchObject({ text: 'Words.', struckOut: true })
    expect(vault.head(session)['entryCount']).toBe(0)
    await vault.do('session.strikeEntry', { session, entry, struckOut: false })
    expect(vault.head(session)['entryCount']).toBe(1)
  })
})

describe('a signed session', () => {
  it('takes addenda and nothing else', async () => {
    const { vault, session, entries, add } = await anOpenSession()
    const entry = await add({})
    await vault.do('session.sign', { session })
    for (const [name, input] of [
      ['session.sign', {}],
      ['session.update', { minutes: 5 }],
      ['session.editEntry', { entry, text: 'Other' }],
      ['session.strikeEntry', { entry }],
    ] as const)
      expect(await vault.refusal(name, { session, ...input }), name).toEqual({ code: 'session-signed' })
    await add({ text: 'Later.' })
    expect(entries().map(({ addendum }) => addendum)).toEqual([false, true])
  })

  it('lets an addendum be completed on its own day, in the zone of the practice', async () => {
    const { vault, session, add } = await anOpenSession()
    await vault.do('session.sign', { session })
    vault.now = '2026-10-20T06:00:00Z'
    const entry = await add({ text: 'Begun.' })
    vault.now = '2026-10-20T06:59:00Z'
    await vault.do('session.editEntry', { session, entry, text: 'Completed.' })
    vault.now = '2026-10-20T07:00:00Z'
    expect(await vault.refusal('session.editEntry', { session, entry, text: 'X' })).toEqual({
      code: 'session-signed',
    })
  })
})
