import { describe, expect, it } from 'vitest'
import { exclusionCodes } from '#shared/domain/authority/issue-codes.ts'
import { answerTo, findExclusionHits } from '#shared/domain/decision/exclusion-scan.ts'
import type { OperativeTerm } from '#shared/domain/decision/decision.ts'
import { aContent, anInstrument, aTerm } from '#tests/support/builders/domain.ts'

const once = { kind: 'once', on: '2026-10-21' } as const

function hitsIn(text: string, over: Partial<OperativeTerm> = {}, exclusions = [...exclusionCodes]) {
  const term = aTerm({ text, duration: once, ...over })
  return findExclusionHits([term], anInstrument({ exclusions })).map(({ exclusion, words }) => [
    exclusion,
    words,
  ])
}

describe('findExclusionHits', () => {
  it.each([
    ['X-01', 'A has sole custody.'],
    ['X-01', 'A has final say on haircuts.'],
    ['X-02', 'The child lives mainly with A.'],
    ['X-03', 'The parents go to week-on, week-off.'],
    ['X-03', 'Visits are suspended: this suspends B’s contact.'],
    ['X-03', 'B has no contact until then.'],
    ['X-04', 'A may relocate in June.'],
    ['X-05', 'B shall pay the camp.'],
    ['X-05', 'B pays 40 % of the fee.'],
    ['X-05', 'B pays 40% of the fee.'],
    ['X-05', 'B bears 40 per cent.'],
    ['X-05', 'Refund $180 to B.'],
    ['X-05', 'A reimburses B.'],
    ['X-05', 'The costs are shared.'],
    ['X-05', 'B covers the costs of the camp.'],
    ['X-05', 'A taxi is taken at B’s expense.'],
    ['X-05', 'The camp is 180 dollars.'],
    ['X-06', 'The mortgage is not affected.'],
    ['X-07', 'Visits with the grandmother are on Sundays.'],
    ['X-08', 'The protection order is relaxed.'],
    ['X-09', 'Bexley is the recommended school.'],
    ['X-09', 'The child is enrolled at Bexley Magnet School.'],
    ['X-09', 'The child attends Bexley Magnet from September.'],
    ['X-10', 'The child is vaccinated.'],
    ['X-12', 'The exchange is at 7:00 p.m. from now on.'],
    ['X-12', 'This replaces clause 7.2.'],
    ['X-13', 'A second breach is contempt.'],
    ['X-14', 'A step-up schedule begins.'],
    ['X-01', 'A decides on schooling.'],
    ['X-01', 'A alone makes the medical decisions.'],
    ['X-02', 'The child lives with A.'],
    ['X-03', 'The parents move to weekly alternation.'],
    ['X-03', 'B gets an additional overnight each week.'],
    ['X-05', 'B is to repay A for the jacket.'],
    ['X-05', 'A makes B whole for the camp week.'],
    ['X-07', 'The grandparents may see O. monthly.'],
    ['X-08', 'The stay-away order is lifted.'],
    ['X-09', 'Bexley Magnet is ranked first, Hartwell second.'],
    ['X-09', 'M. starts at Bexley Elementary in the fall.'],
    ['X-09', 'M. changes to another school.'],
    ['X-10', 'O. gets the vaccine.'],
    ['X-12', '¶7.2 is replaced by the following.'],
    ['X-12', 'From next week on the exchange is at 7 p.m.'],
    ['X-12', 'This holds until the child turns 18.'],
    ['X-14', 'A 2-2-3 rotation applies.'],
  ])('asks about %s in “%s”', (exclusion, text) => {
    expect(hitsIn(text).map(([code]) => code)).toContain(exclusion)
  })

  it.each([
    'A need not wait more than 20 minutes. After that B brings O. to A’s door.',
    'O. is with A on Wed 21 Oct 2026 from 3:25 p.m. to 7:00 p.m.',
    'The parents write to each other in one thread per subject.',
    'B takes the child to the dentist on Thu 22 Oct 2026.',
    'Each parent packs the swimming things.',
    'Both parents attend the school concert.',
    'B’s displaced weekend is not made up, because ¶9.4 decides which comes first.',
    'The exchange starts at the school gate.',
    'O. goes to B after school on Wed 21 Oct 2026.',
    'O. attends swimming after school.',
    'B owes A 215 minutes of time with O.',
    'The parents pay attention to what they write.',
    'The weekend visit on Sat 24 Oct 2026 is cancelled.',
    'The grandmother picks O. up at 6:00 p.m.',
  ])('asks nothing about “%s”', (text) => {
    expect(hitsIn(text)).toEqual([])
  })

  it('asks only about what this instrument excludes', () => {
    expect(hitsIn('B shall pay the camp.', {}, ['X-01'])).toEqual([])
  })

  it('asks once for words that stand twice, whatever their letters', () => {
    expect(hitsIn('B shall pay. B Shall Pay.')).toEqual([['X-05', 'shall pay']])
  })

  it('finds a matter that the instrument itself keeps out', () => {
    const matter = { id: 'm', text: 'Forfeiture of time', keywords: ['forfei'] }
    const instrument = anInstrument({ exclusions: [], contractExclusions: [matter] })
    const [hit] = findExclusionHits([aTerm({ text: 'Who is late FORFEITS the evening.' })], instrument)
    expect(hit).toMatchObject({ exclusion: 'X-11', words: 'forfei', matter: 'Forfeiture of time' })
  })

  it('asks about the loss of what recurs, not of one visit', () => {
    const lasting = { kind: 'until', start: '2026-10-19', end: '2026-12-18' } as const
    expect(hitsIn('B’s Wednesday overnights end.', { duration: lasting })).toEqual([
      ['X-03', 'overnights end'],
    ])
    expect(hitsIn('B’s Wednesday overnights end.')).toEqual([])
  })

  it('finds forfeiture in other words, each of them once, and not inside another word', () => {
    const matter = { id: 'm', text: 'Forfeiture of time', keywords: ['forfei'] }
    const instrument = anInstrument({ exclusions: [], contractExclusions: [matter] })
    const wordsIn = (text: string) =>
      findExclusionHits([aTerm({ text })], instrument).map(({ words }) => words)
    expect(wordsIn('Time missed through lateness lapses.')).toEqual(['lapse'])
    expect(wordsIn('Who is late forfeits the evening.')).toEqual(['forfei'])
    expect(wordsIn('B closes the gate.')).toEqual([])
  })

  it('asks about weekdays and times in a standing term, not in one that ends', () => {
    const text = 'The exchange is on Thursday at 7:00 p.m.'
    expect(
      hitsIn(text, { duration: { kind: 'standing', reviewOn: null } }).map(([, words]) => words),
    ).toEqual(['thursday', '7:00'])
    expect(hitsIn(text)).toEqual([])
  })
})

describe('answerTo', () => {
  it('takes the last answer for the same words', () => {
    const answer = {
      exclusion: 'X-05' as const,
      words: 'shall pay',
      reason: 'R',
      answeredAt: '2026-10-19T17:00:00Z',
    }
    const content = aContent({
      answers: [
        { ...answer, isExcluded: true },
        { ...answer, isExcluded: false },
      ],
    })
    const hit = { exclusion: 'X-05' as const, words: 'shall pay', termId: 'term-1', matter: null }
    expect(answerTo(hit, content)?.isExcluded).toBe(false)
    expect(answerTo({ ...hit, words: 'must pay' }, content)).toBeUndefined()
  })
})
