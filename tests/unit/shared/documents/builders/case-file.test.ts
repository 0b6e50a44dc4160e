import { describe, expect, it } from 'vitest'
import { castellaneVeshti, operativeTerms } from '#tests/support/documents/castellane-veshti.ts'
import { build } from '#tests/support/documents/build.ts'
import { blocksUnder, countOf, sectionsOf, textsOf } from '#tests/support/documents/texts-of.ts'

const privateTexts = [
  'drinks',
  'sleeps badly',
  'afraid he will',
  'counts the red cars',
  'old tannery',
  'smelled of beer',
  'Fennel Row',
  '555-0142',
  'Small Otters',
]

describe('caseFileModel', () => {
  it('has every part, and names the excluded classes in the certificate', async () => {
    const { model } = await build(await castellaneVeshti(), 'case-file', { to: 'court' })
    expect(sectionsOf(model)).toEqual([
      'Certificate of completeness',
      'Chronology',
      'Authority',
      'Issues',
      'Decisions and recommendations',
      'Agreements',
      'Sessions',
      'Documents received',
      'Register of what was left out',
    ])
    expect(JSON.stringify(blocksUnder(model, 'Certificate of completeness'))).toContain('screening answers')
  })

  it('certifies that nothing else was left out: what was said in sessions only where it was', async () => {
    const certificateOf = async (regime: 'open' | 'closed') => {
      const { model } = await build(await castellaneVeshti({ regime }), 'case-file', { to: 'court' })
      return JSON.stringify(blocksUnder(model, 'Certificate of completeness'))
    }
    expect(await certificateOf('open')).not.toContain('what was said in sessions')
    expect(await certificateOf('closed')).toContain('what was said in sessions')
  })

  it('quotes each operative term once, with the number it has in the decision', async () => {
    const { model } = await build(await castellaneVeshti(), 'case-file', { to: 'court' })
    for (const term of operativeTerms) expect(countOf(textsOf(model), term)).toBe(1)
  })

  it('shows what was shared in an OPEN case and nothing private', async () => {
    const { model, heldBack } = await build(await castellaneVeshti(), 'case-file', { to: 'court' })
    const text = textsOf(model)
    expect(text).toContain('The shift ends at 5:15')
    for (const secret of privateTexts) expect(text).not.toContain(secret)
    expect(heldBack.map(({ kind, count }) => [kind, count])).toEqual([
      ['caucus', 1],
      ['child', 1],
      ['protected', 1],
      ['private', 1],
      ['private-note', 1],
      ['screening', 2],
      ['contact', 1],
    ])
  })

  it('keeps all session content and agreements from the court in a CLOSED case, and counts them', async () => {
    const { model, heldBack } = await build(await castellaneVeshti({ regime: 'closed' }), 'case-file', {
      to: 'court',
    })
    const text = textsOf(model)
    expect(text).not.toContain('The shift ends at 5:15')
    expect(text).not.toContain('sends a text on leaving')
    expect(text).toContain('What was said is confidential and was left out')
    expect(heldBack[0]).toEqual({
      kind: 'session-content',
      count: 3,
      what: 'What was said in sessions',
      ground: 'Session communications are confidential under the regime of this case',
    })
    expect(heldBack[1]?.kind).toBe('facilitation-agreements')
  })

  it('keeps facilitation sessions from the court in a MIXED case and shows review sessions', async () => {
    const family = await castellaneVeshti({ regime: 'mixed' })
    const { vault, caseId } = family
    const opened = await vault.execute('session.open', {
      case: caseId,
      heldOn: '2026-10-18',
      startTime: '09:00',
      method: 'phone',
      purpose: 'review',
    })
    if (!opened.ok) throw new Error('no session')
    const { id } = Object(opened.value) as { id: string }
    await vault.execute('session.addEntry', { session: id, text: 'Both confirm that the texts work well.' })
    const text = textsOf((await build(family, 'case-file', { to: 'court' })).model)
    expect(text).toContain('Both confirm that the texts work well.')
    expect(text).not.toContain('The shift ends at 5:15')
    expect(text).toContain('sends a text on leaving')
  })

  it('shows the parents their own shared entries in a CLOSED case too', async () => {
    const { model } = await build(await castellaneVeshti({ regime: 'closed' }), 'case-file', {
      to: 'both-parents',
    })
    expect(model.title).toBe('Case file for the parents')
    expect(textsOf(model)).toContain('The shift ends at 5:15')
  })

  it('lists events in order of date', async () => {
    const { model } = await build(await castellaneVeshti(), 'case-file', { to: 'court' })
    const [table] = blocksUnder(model, 'Chronology')
    if (table?.type !== 'table') throw new Error('no chronology')
    const rows = table.rows.map(([date, event]) => `${date ?? ''}: ${event ?? ''}`)
    expect(rows[0]).toBe('Monday 12 January 2026: Agreement made')
    expect(rows.at(-1)).toBe('Monday 19 October 2026: Issued in writing')
    expect(rows.join('\n')).not.toMatch(/[Ss]creen/)
  })

  it('holds drafts back', async () => {
    const { model, heldBack } = await build(await castellaneVeshti({ issue: false }), 'case-file', {
      to: 'court',
    })
    expect(textsOf(model)).not.toContain(operativeTerms[0])
    expect(heldBack).toContainEqual(expect.objectContaining({ kind: 'draft', count: 1 }))
  })

  it('keeps a struck-out entry back and counts it', async () => {
    const family = await castellaneVeshti()
    const session = await reopenedSession(family)
    const { model, heldBack } = await build(family, 'case-file', { to: 'court' })
    expect(session).toBeTruthy()
    expect(textsOf(model)).not.toContain('Typed by mistake')
    expect(heldBack).toContainEqual(expect.objectContaining({ kind: 'struck-out', count: 1 }))
  })
})

async function reopenedSession({
  vault,
  caseId,
}: Awaited<ReturnType<typeof castellaneVeshti>>): Promise<string> {
  const opened = await vault.execute('session.open', {
    case: caseId,
    heldOn: '2026-10-18',
    startTime: '09:00',
    method: 'phone',
    purpose: 'review',
  })
  if (!opened.ok) throw new Error('no session')
  const { id } = Object(opened.value) as { id: string }
  const added = await vault.execute('session.addEntry', { session: id, text: 'Typed by mistake.' })
  if (!added.ok) throw new Error('no entry')
  const { entry } = Object(added.value) as { entry: string }
  await vault.execute('session.strikeEntry', { session: id, entry })
  return id
}
