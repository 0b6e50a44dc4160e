import { describe, expect, it } from 'vitest'
import { caseRows, searchRows } from '#renderer/features/cases/queries.ts'
import { nextStep } from '#renderer/features/cases/case-words.ts'
import { aFamily, aReadyCase, anImpasse } from '#tests/support/builders/ready-case.ts'

const now = '2026-10-19T17:00:00Z'

describe('caseRows', () => {
  it('says of a new family that the conflict check comes next', async () => {
    const vault = await aFamily()
    const [row] = caseRows(vault.reader(), now)
    expect(row).toMatchObject({ label: 'Castellane and Veshti', stage: 'conflict-check', term: null })
    expect(row && nextStep(row.stage, row.block)).toBe('Record the conflict check')
  })

  it('names who is still to be screened', async () => {
    const vault = await aFamily()
    await vault.do('case.recordConflictCheck', { case: vault.caseId, on: '5 Jan 2026', outcome: 'clear' })
    await vault.do('case.recordScreening', {
      case: vault.caseId,
      party: 'A',
      on: '6 Jan 2026',
      outcome: 'suitable',
    })
    const [row] = caseRows(vault.reader(), now)
    expect(row && nextStep(row.stage, row.block)).toBe('Screen Darko Veshti')
  })

  it('counts a dispute in impasse as open, and shows when the term ends', async () => {
    const vault = await aReadyCase()
    await anImpasse(vault)
    const [row] = caseRows(vault.reader(), now)
    expect(row).toMatchObject({
      stage: 'active',
      openDisputes: 1,
      term: { end: '2028-01-12', isOver: false },
    })
  })

  it('puts families whose work is over after the others', async () => {
    const vault = await aReadyCase()
    await vault.do('case.end', { case: vault.caseId, on: '18 Oct 2026', how: 'completed' })
    await vault.do('case.create', { parties: [{ name: 'Zoe Zimmer' }, { name: 'Max Zwick' }] })
    expect(caseRows(vault.reader(), now).map(({ label }) => label)).toEqual([
      'Zimmer and Zwick',
      'Castellane and Veshti',
    ])
  })
})

describe('searchRows', () => {
  it.each(['castel', 'VESHTI', 'oriel', 'veshti cast'])('finds the family by %s', async (typed) => {
    const rows = caseRows((await aFamily()).reader(), now)
    expect(searchRows(rows, typed)).toHaveLength(1)
  })

  it('finds it by the number of the court file, and not by letters that stand nowhere', async () => {
    const vault = await aFamily({ court: { name: 'Supreme Court', fileNumber: 'S-26-0417' } })
    const rows = caseRows(vault.reader(), now)
    expect(searchRows(rows, '0417')).toHaveLength(1)
    expect(searchRows(rows, 'zzz')).toHaveLength(0)
  })
})
