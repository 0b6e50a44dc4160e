import { beforeAll, describe, expect, it } from 'vitest'
import { decisionModel } from '#shared/documents/builders/decision.ts'
import type { DecisionContent } from '#shared/documents/builders/input.ts'
import { decisionContentOf } from '#shared/documents/from-records/decision.ts'
import { castellaneVeshti, operativeTerms } from '#tests/support/documents/castellane-veshti.ts'
import { blocksUnder, countOf, sectionsOf, textsOf } from '#tests/support/documents/texts-of.ts'

let content: DecisionContent

beforeAll(async () => {
  const { vault, decisionId } = await castellaneVeshti()
  const found = await decisionContentOf(vault.context(), decisionId)
  if (!found.ok) throw new Error('no decision')
  content = found.value
})

describe('decisionModel', () => {
  it('puts the sections in the order of practice', () => {
    expect(sectionsOf(decisionModel(content))).toEqual([
      'Authority',
      'The issue',
      'What the plan says',
      'Attempts at agreement',
      'How each parent was heard',
      'What each parent asked for',
      'Information considered',
      'Findings',
      'Reasons',
      'Decision',
      'Asked for and not decided',
      'What this decision does not change',
      'Review',
      'Fees',
      'Delivery',
    ])
  })

  it('prints each operative term once, word for word, with its number', () => {
    const model = decisionModel(content)
    for (const term of operativeTerms) expect(countOf(textsOf(model), term)).toBe(1)
    const numbers = model.blocks.flatMap((block) => (block.type === 'numbered' ? [block.number] : []))
    expect(numbers).toEqual(['1.', '2.', '3.'])
  })

  it('shows the sum of the late minutes', () => {
    expect(textsOf(decisionModel(content))).toContain('35 + 50 + 0 + 65 + 40 + 25 = 215 minutes (3 h 35 min)')
  })

  it('writes dates with their weekday and names the zone', () => {
    const text = textsOf(decisionModel(content))
    expect(text).toContain('Wednesday 21 October 2026, 3:25 p.m. to 7:00 p.m.: 215 minutes (3 h 35 min).')
    expect(text).toContain('end of Friday 16 October 2026')
    expect(text).toContain('Times are in Pacific Time (America/Vancouver).')
  })

  it('prints the grounds of review and invents no last day', () => {
    const review = blocksUnder(decisionModel(content), 'Review')
    expect(JSON.stringify(review)).toContain('outside the authority given')
    expect(JSON.stringify(review)).not.toMatch(
      /within \d+ days|by (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/,
    )
  })

  it('names the family without a court file and the child by initials and year', () => {
    const { caption } = decisionModel(content)
    expect(caption[0]).toBe(
      'In the matter of the parenting of O.V-C. (born 2018); under a service agreement dated Monday 12 January 2026',
    )
    expect(caption.join()).not.toContain('Orla')
  })

  it('uses the court’s file where there is one', () => {
    const court = {
      name: 'Supreme Court of British Columbia',
      registry: 'Vancouver Registry',
      fileNumber: 'E261234',
    }
    const { caption } = decisionModel({ ...content, matter: { ...content.matter, court } })
    expect(caption).toEqual([
      'Supreme Court of British Columbia',
      'Vancouver Registry',
      'File number: E261234',
      'Imogen Castellane, Parent A',
      'Darko Veshti, Parent B',
      'Child: O.V-C. (born 2018)',
    ])
  })

  it('keeps what was said in facilitation out of a CLOSED case', () => {
    const instrument =
      content.instrument === null ? null : { ...content.instrument, regime: 'closed' as const }
    const model = decisionModel({ ...content, instrument, attempts: 'SAID IN CONFIDENCE' })
    expect(textsOf(model)).not.toContain('SAID IN CONFIDENCE')
    expect(model.legend).toMatch(/^Confidential/)
  })

  it('says of a recommendation that it binds nobody', () => {
    const model = decisionModel({ ...content, form: 'recommendation', title: 'Recommendation No. 1' })
    expect(textsOf(model)).toContain('A recommendation, not a decision.')
    expect(sectionsOf(model)).toContain('Recommendation')
  })

  it('shows a blank to fill in for what a draft still lacks, and leaves it out once issued', () => {
    const empty = { ...content, reasons: ' ', information: '' }
    expect(textsOf(decisionModel({ ...empty, status: 'draft' }))).toContain('<fill in: reasons>')
    expect(sectionsOf(decisionModel(empty))).not.toContain('Reasons')
  })

  it('says where the plan is silent', () => {
    const model = decisionModel({ ...content, clauses: [], silentReason: 'Nothing on waiting.' })
    expect(
      blocksUnder(model, 'What the plan says').map((block) => ('text' in block ? block.text : '')),
    ).toEqual(['The plan is silent on this issue.', 'Nothing on waiting.'])
  })

  it('says of a parent without notice or answer that there was none', () => {
    const silent = { label: 'Parent B', noticeAt: null, answerBy: null, receivedOn: null }
    expect(textsOf(decisionModel({ ...content, heard: [silent] }))).toContain('Parent B\nnone\n\nno answer')
  })

  it('names the document it corrects and the one that superseded it', () => {
    const text = textsOf(
      decisionModel({
        ...content,
        corrects: 'Determination No. 1',
        correctionNote: 'A weekday.',
        supersededBy: 'Determination No. 3',
      }),
    )
    expect(text).toContain('This document corrects Determination No. 1.')
    expect(text).toContain('Superseded by Determination No. 3.')
  })

  it('prints a deadline with its last day, and says so when nobody verified it', () => {
    const deadlines = [
      { label: 'Days from issue to file', days: 20, lastDay: '2026-11-29' },
      { label: 'Days to object', days: null, lastDay: null },
    ]
    const text = textsOf(decisionModel({ ...content, deadlines }))
    expect(text).toContain('Days from issue to file: 20. The last day is Sunday 29 November 2026.')
    expect(text).toContain('Days to object: Not verified.')
  })
})
