import { describe, expect, it } from 'vitest'
import { aFamily, aReadyCase, instrumentInput } from '#tests/support/builders/ready-case.ts'
import { MemoryVault } from '#tests/support/memory-vault.ts'

describe('case.create', () => {
  it('letters the parties, makes initials, and takes the zone of the computer', async () => {
    const vault = await aFamily()
    expect(vault.head(vault.caseId)).toMatchObject({
      label: 'Castellane and Veshti',
      zone: 'America/Vancouver',
      parties: [
        { letter: 'A', name: 'Imogen Castellane', shortName: 'Imogen', initials: 'I.C.' },
        { letter: 'B', name: 'Darko Veshti', shortName: 'Darko', initials: 'D.V.' },
      ],
      children: [{ initials: 'O.V-C.', birthYear: 2018 }],
    })
  })

  it.each([
    [{ parties: [{ name: 'Only One' }] }, 'parties', 'two-parties-needed'],
    [{ zone: 'Mars/Olympus' }, 'zone', 'no-such-zone'],
    [{ profile: 'atlantis' }, 'profile', 'no-such-profile'],
  ])('refuses %j by the field', async (over, field, message) => {
    const input = { parties: [{ name: 'A One' }, { name: 'B Two' }], ...over }
    const refused = await new MemoryVault().execute('case.create', input)
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field, message }] } })
  })

  it('refuses the same name twice, in any letters, and counsel of nobody', async () => {
    const vault = new MemoryVault()
    const twice = await vault.execute('case.create', { parties: [{ name: 'Sam Lee' }, { name: 'SAM LEE' }] })
    expect(twice).toMatchObject({ error: { code: 'same-name-twice' } })
    const parties = [{ name: 'Sam Lee' }, { name: 'Kim Lee' }]
    const counsel = [{ name: 'Avery Counsel', for: 'C' }]
    expect(await vault.execute('case.create', { parties, counsel })).toMatchObject({
      error: { code: 'no-such-party', who: 'C' },
    })
  })
})

describe('naming a party', () => {
  it('means the letter before a name that looks like one', async () => {
    const vault = await aFamily({ parties: [{ name: 'B' }, { name: 'Darko Veshti' }] })
    await vault.do('case.recordWarning', { case: vault.caseId, party: 'B', on: '1 Oct 2026', about: 'fees' })
    const [, second] = vault.head(vault.caseId)['parties'] as { id: string }[]
    expect(vault.head(vault.caseId)['warnings']).toMatchObject([{ partyId: second?.id }])
  })

  it('takes a short name only where one party has it', async () => {
    const vault = await aFamily({ parties: [{ name: 'Sam Lee' }, { name: 'Sam Ortiz' }] })
    const warning = { case: vault.caseId, on: '1 Oct 2026', about: 'fees' }
    expect(await vault.refusal('case.recordWarning', { ...warning, party: 'Sam' })).toMatchObject({
      code: 'no-such-party',
    })
    await vault.do('case.recordWarning', { ...warning, party: 'Sam Ortiz' })
  })
})

describe('case.update', () => {
  it('renames without touching ids, and refuses a name that the other has', async () => {
    const vault = await aFamily()
    await vault.do('case.update', { case: vault.caseId, parties: [{ party: 'A', name: 'Imogen Vale' }] })
    expect(vault.head(vault.caseId)['parties']).toMatchObject([
      { letter: 'A', name: 'Imogen Vale', initials: 'I.V.' },
      {},
    ])
    const twice = { case: vault.caseId, parties: [{ party: 'A', name: 'darko veshti' }] }
    expect(await vault.refusal('case.update', twice)).toMatchObject({ code: 'same-name-twice' })
  })

  it('refuses counsel of nobody instead of making them counsel of the child', async () => {
    const vault = await aFamily()
    const counsel = [{ name: 'Avery Counsel', for: 'Nobody' }]
    expect(await vault.refusal('case.update', { case: vault.caseId, counsel })).toMatchObject({
      code: 'no-such-party',
    })
    await vault.do('case.update', { case: vault.caseId, counsel: [{ name: 'Avery Counsel' }] })
    expect(vault.head(vault.caseId)['counsel']).toMatchObject([{ name: 'Avery Counsel', forPartyId: null }])
  })

  it('keeps the place while an instrument is on file', async () => {
    const vault = await aReadyCase()
    expect(await vault.refusal('case.update', { case: vault.caseId, profile: 'us-az' })).toMatchObject({
      code: 'profile-fixed-by-instrument',
    })
  })
})

describe('case.activate', () => {
  it('is refused for each thing that is missing, in the order of the work', async () => {
    const vault = await aFamily()
    const { caseId } = vault
    const code = async () => (await vault.refusal('case.activate', { case: caseId, on: '19 Jan 2026' })).code
    expect(await code()).toBe('conflict-check-missing')
    await vault.do('case.recordConflictCheck', { case: caseId, on: '5 Jan 2026', outcome: 'clear' })
    expect(await code()).toBe('screening-missing')
    for (const party of ['A', 'B'])
      await vault.do('case.recordScreening', { case: caseId, party, on: '6 Jan 2026', outcome: 'suitable' })
    expect(await code()).toBe('instrument-missing')
    const half = { ...instrumentInput, signatures: { A: '12 Jan 2026' } }
    const { id: instrument } = await vault.do('instrument.record', { case: caseId, ...half })
    expect(await code()).toBe('instrument-incomplete')
    await vault.do('instrument.sign', { instrument, party: 'B', on: '14 Jan 2026' })
    expect(await code()).toBe('plan-missing')
  })

  it('is refused where one parent is not suitable', async () => {
    const vault = await aFamily()
    const { caseId } = vault
    await vault.do('case.recordConflictCheck', { case: caseId, on: '5 Jan 2026', outcome: 'clear' })
    const screening = { case: caseId, on: '6 Jan 2026' }
    await vault.do('case.recordScreening', { ...screening, party: 'A', outcome: 'suitable' })
    await vault.do('case.recordScreening', { ...screening, party: 'B', outcome: 'not-suitable' })
    expect(await vault.refusal('case.activate', { case: caseId, on: '19 Jan 2026' })).toEqual({
      code: 'not-suitable',
      parties: ['Darko Veshti'],
    })
  })

  it('happens once, and not to a case that is over', async () => {
    const vault = await aReadyCase()
    const again = { case: vault.caseId, on: '1 Feb 2026' }
    expect(await vault.refusal('case.activate', again)).toMatchObject({ code: 'already-active' })
    await vault.do('case.end', { case: vault.caseId, on: '1 Mar 2026', how: 'completed' })
    expect(await vault.refusal('case.activate', again)).toMatchObject({ code: 'case-not-open' })
  })
})

describe('screening', () => {
  it('needs the modifications it speaks of, and keeps answers out of the head', async () => {
    const vault = await aFamily()
    const screening = {
      case: vault.caseId,
      party: 'A',
      on: '6 Jan 2026',
      outcome: 'suitable-with-modifications',
    }
    expect(await vault.refusal('case.recordScreening', screening)).toMatchObject({
      code: 'modifications-missing',
    })
    await vault.do('case.recordScreening', {
      ...screening,
      modifications: 'shuttle only',
      privateAnswers: 'afraid',
    })
    expect(JSON.stringify(vault.head(vault.caseId))).not.toContain('afraid')
    expect(JSON.stringify(vault.bodyOf(vault.caseId))).toContain('afraid')
  })
})

describe('suspending and ending', () => {
  it('goes one way and comes back only from suspension', async () => {
    const vault = await aReadyCase()
    const { caseId } = vault
    expect(await vault.refusal('case.resume', { case: caseId })).toMatchObject({ code: 'case-not-suspended' })
    await vault.do('case.suspend', { case: caseId, on: '1 Oct 2026', reason: 'Fees unpaid' })
    expect(
      await vault.refusal('case.suspend', { case: caseId, on: '1 Oct 2026', reason: 'X' }),
    ).toMatchObject({ code: 'case-not-open' })
    await vault.do('case.resume', { case: caseId })
    await vault.do('case.end', { case: caseId, on: '1 Nov 2026', how: 'withdrawn' })
    expect(await vault.refusal('case.end', { case: caseId, on: '1 Nov 2026', how: 'expired' })).toMatchObject(
      { code: 'case-ended' },
    )
    expect(await vault.refusal('case.resume', { case: caseId })).toMatchObject({ code: 'case-not-suspended' })
  })

  it('is not taken up again after a parent was found unsuitable', async () => {
    const vault = await aReadyCase()
    await vault.do('case.suspend', { case: vault.caseId, on: '1 Oct 2026', reason: 'Safety' })
    await vault.do('case.recordScreening', {
      case: vault.caseId,
      party: 'B',
      on: '2 Oct 2026',
      outcome: 'not-suitable',
    })
    expect(await vault.refusal('case.resume', { case: vault.caseId })).toMatchObject({ code: 'not-suitable' })
  })
})
