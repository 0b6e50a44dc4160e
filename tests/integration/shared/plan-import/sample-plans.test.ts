import { describe, expect, it } from 'vitest'
import { bookkeepingFaults, planFrom, readRepositoryFile } from '#tests/support/plans/read-fixture.ts'

async function clausesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const plan = await planFrom(await readRepositoryFile(path))
  return new Map(plan.clauses.map(({ citation, text }) => [citation, text]))
}

describe('the sample plan of Castellane and Veshti', () => {
  const path = 'resources/sample/plan-castellane-veshti.docx'

  it('gives the clauses of the dispute by their numbers, word for word', async () => {
    const clauses = await clausesOf(path)
    expect(clauses.get('1.4')).toBe('Changes to the weekly pattern are made by signed agreement or order.')
    expect(clauses.get('3.2')).toBe('The child is with B every week from Wednesday after school to Friday.')
    expect(clauses.get('7.2')).toBe(
      'The Friday exchange takes place at 6:00 p.m., in term at the school gate, otherwise at the Millbrook Library entrance. A parent who runs late tells the other as soon as it is known.',
    )
  })

  it('keeps the title, the parties and the signatures outside the clauses and loses nothing', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    expect(plan.title).toBe('Parenting Plan')
    expect(plan.outside).toHaveLength(6)
    expect(plan.warnings).toEqual([])
    expect(bookkeepingFaults(plan)).toEqual([])
  })

  it('lists the header and footer apart from the text', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    expect(plan.furniture).toContainEqual({ place: 'header', text: 'Parenting plan, Castellane and Veshti' })
  })
})

describe('the sample plan of Quennell and Arden', () => {
  const path = 'resources/sample/plan-arizona.docx'

  it('gives the clauses of the dispute by their numbers, word for word', async () => {
    const clauses = await clausesOf(path)
    expect(clauses.get('3')).toContain('and 18–20 December 2026')
    expect(clauses.get('9.1')).toBe(
      'Winter break is shared equally; A has the first half in even years. It starts when school ends.',
    )
    expect(clauses.get('9.4')).toBe('Holiday time comes before ordinary weekends.')
  })

  it('does not take the date in the preamble, the child seats or the money for clauses', async () => {
    const plan = await planFrom(await readRepositoryFile(path))
    expect(plan.clauses[0]?.citation).toBe('1')
    expect(plan.clauses).toHaveLength(42)
    expect(plan.warnings).toEqual([])
    expect(bookkeepingFaults(plan)).toEqual([])
  })
})
