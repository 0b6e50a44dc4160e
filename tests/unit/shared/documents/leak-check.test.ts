import { describe, expect, it } from 'vitest'
import { checkLeaks, type LeakClass, type ProtectedValue } from '#shared/documents/leak-check.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'

function saying(text: string): DocumentModel {
  const blocks = [
    { type: 'heading' as const, level: 1 as const, text: 'Reasons' },
    { type: 'paragraph' as const, style: 'body' as const, text },
  ]
  return aDocument({ blocks })
}

function aValue(value: string, leak: LeakClass = 'P0'): ProtectedValue {
  return { value, class: leak, where: 'contact-address', kind: 'value' }
}

function aPassage(value: string, leak: LeakClass = 'P1'): ProtectedValue {
  return { value, class: leak, where: 'private-note', kind: 'passage' }
}

describe('checkLeaks', () => {
  it('names class, place and section, and lets no one override a protected place', () => {
    expect(checkLeaks(saying('She lives in Larkmead now.'), [aValue('Larkmead')])).toEqual([
      {
        class: 'P0',
        where: 'contact-address',
        place: 'block-2',
        section: 'Reasons',
        found: 'larkmead',
        canOverride: false,
        advice: 'take-out',
      },
    ])
  })

  it('lets other classes be overridden with a reason', () => {
    const [finding] = checkLeaks(saying('See Orla Veshti-Castellane.'), [
      aValue('Orla Veshti-Castellane', 'P7'),
    ])
    expect(finding).toMatchObject({ canOverride: true, advice: 'take-out-or-justify' })
  })

  it.each([
    ['14 FENNEL ROW'],
    ['14\u00A0Fennel   Row'],
    ['14 Fe\u0301nnel\nRow'],
    ['14, Fennel-Row'],
    ['14 Fen\u200Bnel R\u00ADow'],
    ['１４ Fennel Row'],
  ])('finds an address written as %j', (text) => {
    expect(checkLeaks(saying(`at ${text} today`), [aValue('14 Fennel Row')])).toHaveLength(1)
  })

  it.each([['(604) 555-0142'], ['604.555.0142'], ['+1 604 555 0142'], ['6045550142'], ['604 555\u00A00142']])(
    'finds a phone number written as %s',
    (text) => {
      expect(checkLeaks(saying(`Call ${text}.`), [aValue('604-555-0142')])).toHaveLength(1)
    },
  )

  it('finds a short number inside a longer one', () => {
    expect(checkLeaks(saying('Call 604-555-0142.'), [aValue('555-0142')])).toHaveLength(1)
  })

  it('does not take a part of a word for a value', () => {
    expect(checkLeaks(saying('The larkmeadows are wet.'), [aValue('Larkmead')])).toEqual([])
  })

  it.each(['title', 'runningHeader', 'legend'] as const)('looks at the %s', (place) => {
    expect(checkLeaks(aDocument({ [place]: 'Larkmead' }), [aValue('Larkmead')])).toHaveLength(1)
  })

  it('looks at letterhead, caption, tables, fields, lists, notes and signatures', () => {
    const blocks: DocumentModel['blocks'] = [
      { type: 'table', caption: '', columns: ['Larkmead'], widths: [100], rows: [['Larkmead']] },
      { type: 'fields', items: [{ label: 'Larkmead', value: 'x' }] },
      { type: 'list', items: ['Larkmead'] },
      { type: 'numbered', number: '1.', text: 'x', note: 'Larkmead' },
      { type: 'signature', lines: ['Larkmead'] },
    ]
    const model = aDocument({ blocks, letterhead: ['Larkmead'], caption: ['Larkmead'] })
    const places = checkLeaks(model, [aValue('Larkmead')]).map(({ place }) => place)
    expect(places).toEqual(['letterhead', 'caption', 'block-1', 'block-2', 'block-3', 'block-4', 'block-5'])
  })

  it('looks at the proposed file name', () => {
    const [finding] = checkLeaks(aDocument(), [aValue('Larkmead')], { suggestedName: 'larkmead-route.docx' })
    expect(finding).toMatchObject({ place: 'file-name' })
  })

  it('finds five words in a row of a private note', () => {
    const note = 'He smelled of beer again and I am losing patience with him'
    expect(
      checkLeaks(saying('It seems he smelled of beer again, and so on.'), [aPassage(note)]),
    ).toHaveLength(1)
  })

  it('lets four words in a row pass', () => {
    const note = 'He smelled of beer again and I am losing patience'
    expect(checkLeaks(saying('Somebody smelled of beer.'), [aPassage(note)])).toEqual([])
  })

  it('finds a short private note whole', () => {
    expect(
      checkLeaks(saying('The coordinator thinks D. drinks.'), [aPassage('thinks D. drinks')]),
    ).toHaveLength(1)
  })

  it('takes no common turn of phrase for a leak', () => {
    const note = 'At the end of the day they will both be there'
    expect(checkLeaks(saying('They meet at the end of the day.'), [aPassage(note)])).toEqual([])
  })

  it('takes words that both parents know from the plan for no leak', () => {
    const clause = 'The Friday exchange takes place at the school gate'
    const model = saying(`The plan says: ${clause}.`)
    expect(checkLeaks(model, [aPassage(`Note: ${clause}!`)], { sharedTexts: [clause] })).toEqual([])
    expect(checkLeaks(model, [aPassage(`Note: ${clause}!`)])).toHaveLength(1)
  })

  it('takes a short entry that only repeats the plan for no leak', () => {
    const model = saying('They meet at the school gate.')
    expect(
      checkLeaks(model, [aPassage('School gate.', 'P0')], { sharedTexts: ['At the school gate.'] }),
    ).toEqual([])
    expect(checkLeaks(model, [aPassage('School gate.', 'P0')])).toHaveLength(1)
  })

  it.each([
    ['4111 1111 1111 1111', 1],
    ['4111 1111 1111 1112', 0],
    ['123-45-6789', 1],
    ['046 454 286', 1],
    ['046 454 287', 0],
    ['604-555-0142 and file 2026-11-29', 0],
  ])('finds account and insurance numbers by shape and check digit: %s', (text, count) => {
    const findings = checkLeaks(saying(`Number ${text}.`), [])
    expect(findings).toHaveLength(count)
    for (const finding of findings) expect(finding).toMatchObject({ class: 'P6', canOverride: true })
  })

  it('ignores empty values and values too short to search for', () => {
    expect(checkLeaks(saying('A 12 b'), [aValue(''), aValue('12'), aPassage('')])).toEqual([])
  })

  it('stays quick with 100,000 characters on both sides', () => {
    const words = Array.from({ length: 12_000 }, (_, index) => `word${String(index * 7)}`)
    const other = words.map((word) => `${word}x`)
    const startedAt = performance.now()
    expect(checkLeaks(saying(words.join(' ')), [aPassage(other.join(' '))])).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })
})
