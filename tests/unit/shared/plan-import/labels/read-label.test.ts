import { describe, expect, it } from 'vitest'
import { readLabel } from '#shared/plan-import/labels/read-label.ts'

/** What was read, in short: the number, `~` before it when it needs a neighbour, and the text behind it. */
function read(text: string): string | null {
  const candidate = readLabel(text)
  if (candidate === null) return null
  const { label, rest, isWeak } = candidate
  return `${isWeak ? '~' : ''}${label.word === null ? '' : `${label.word} `}${label.core}|${rest}`
}

describe('readLabel', () => {
  it.each([
    ['7.2 The Friday exchange', '7.2|The Friday exchange'],
    ['7.2. The Friday exchange', '7.2|The Friday exchange'],
    ['7.2\tThe Friday exchange', '7.2|The Friday exchange'],
    ['7.2\u00A0The Friday exchange', '7.2|The Friday exchange'],
    ['7.2\u2002The Friday exchange', '7.2|The Friday exchange'],
    ['7.2The Friday exchange', '7.2|The Friday exchange'],
    ['7.2: The Friday exchange', '7.2|The Friday exchange'],
    ['7.2) The Friday exchange', '7.2|The Friday exchange'],
    ['7.2 – The Friday exchange', '7.2|The Friday exchange'],
    ['¶7.2 the Friday exchange', '7.2|the Friday exchange'],
    ['¶ 7.2. the Friday exchange', '7.2|the Friday exchange'],
    ['§ 7 Exchanges', '7|Exchanges'],
    ['\u200F7.2 יום שישי', '7.2|יום שישי'],
    ['٧.٢ يوم الجمعة', '7.2|يوم الجمعة'],
    ['7-2. Exchanges', '7-2|Exchanges'],
    ['7.2.1.4 Exchanges', '7.2.1.4|Exchanges'],
    ['7.2A The Sunday exchange', '7.2A|The Sunday exchange'],
    ['7.2A parent who is late', '7.2|A parent who is late'],
    ['7.2(a)(i) in term', '7.2(a)(i)|in term'],
    ['7.2 (a) in term', '7.2(a)|in term'],
    ['7. (a) in term', '7(a)|in term'],
    ['7.a Exchanges', '7.a|Exchanges'],
    ['(7.2) Exchanges', '7.2|Exchanges'],
    ['Article IV', 'Article IV|'],
    ['ARTICLE IV – CUSTODY', 'Article IV|CUSTODY'],
    ['Art. 4 Custody', 'Article 4|Custody'],
    ['Article Four. Custody', 'Article Four|Custody'],
    ['Section 3. Custody', '3|Custody'],
    ['Section 3 Custody', '3|Custody'],
    ['Clause 7.2: in term', '7.2|in term'],
    ['Schedule A', 'Schedule A|'],
    ['1) Custody', '1|Custody'],
    ['(1) Custody', '1|Custody'],
    ['(a) custody', 'a|custody'],
    ['a) custody', 'a|custody'],
    ['(i) custody', 'i|custody'],
  ])('reads the number of %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['A. Legal custody', '~A|Legal custody'],
    ['J. Smith is the driver', '~J|Smith is the driver'],
    ['iv. custody', '~iv|custody'],
    ['(b) custody', '~b|custody'],
    ['14 Fennel Row', '~14|Fennel Row'],
    ['3 Custody', '~3|Custody'],
    ['24. December is shared', '~24|December is shared'],
  ])('wants a neighbour before it believes %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '12 January 2026 is a Monday',
    '12. January 2026',
    '12.01.2026 is a Monday',
    '24.12.26 is a Thursday',
    '10-12 December',
    '6:00 p.m. is the hour',
    '6.30 p.m. is the hour',
    '6 p.m.',
    '2026 is the year',
    '$40 at most',
    '40% of the cost',
    '4.50 per hour',
    '1.5 hours',
    '3 or more times',
    '24/7',
    '1st Monday of the month',
    '(555) 010-4477',
    '7.2 and 7.3 are read together',
    'Section 3 of the Act',
    'Exhibit A is attached',
    'e.g. on Fridays',
    'a.m. exchanges',
    'U.S. passport',
    'I, Imogen Castellane, agree',
    'A parent who is late',
    'A: Imogen Castellane',
    '(the child)',
    '[X] weekly',
    '',
  ])('takes %j for text', (text) => {
    expect(read(text)).toSatisfy((found: string | null) => found === null || found.startsWith('~'))
  })

  it('keeps every character of the line in the number or the rest', () => {
    const candidate = readLabel('  7.2.   The Friday exchange  ')
    expect(candidate?.label.printed).toBe('7.2.')
    expect(candidate?.rest).toBe('The Friday exchange')
  })
})
