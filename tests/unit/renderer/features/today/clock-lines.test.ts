import { describe, expect, it } from 'vitest'
import { clockLines, type Line, type LineKind } from '#renderer/features/today/clock-lines.ts'
import { lineWords, whenWords } from '#renderer/features/today/line-words.ts'
import { aFamily, aReadyCase, anImpasse, type ReadyVault } from '#tests/support/builders/ready-case.ts'

// Vancouver lies seven hours behind in October.
const monday = '2026-10-19T17:00:00Z'

function linesAt(vault: ReadyVault, now: string, kind: LineKind): readonly Line[] {
  return clockLines(vault.reader(), now).filter((line) => line.kind === kind)
}

async function aDisputeUnderNotice(vault: ReadyVault): Promise<string> {
  const { id = '' } = await vault.do('dispute.raise', {
    case: vault.caseId,
    title: 'Late exchanges',
    issue: 'I-02',
    raisedOn: '15 Oct 2026',
  })
  await vault.do('dispute.sendNotice', {
    dispute: id,
    to: 'A',
    sentAt: '2026-10-16T10:00',
    answerBy: '21 Oct 2026',
  })
  return id
}

describe('clockLines', () => {
  it('says nothing of a family on which nothing runs and nothing waits', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    expect(clockLines(vault.reader(), monday)).toEqual([])
  })

  it('leads a new family to its conflict check', async () => {
    const vault = await aFamily({ zone: 'America/Vancouver' })
    const [line] = linesAt(vault, monday, 'next-step')
    expect(line?.facts).toMatchObject({ step: 'conflict-check-missing' })
    expect(line && lineWords(line, undefined)).toBe('Record the conflict check')
  })

  it('names the parent without notice, and counts the other’s window to the end of its last day', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await aDisputeUnderNotice(vault)
    expect(linesAt(vault, monday, 'no-notice').map(({ facts }) => facts['who'])).toEqual(['Darko Veshti'])
    const [awaited] = linesAt(vault, monday, 'answer-awaited')
    expect(awaited?.group).toBe('clocks')
    expect(awaited && whenWords(awaited)).toEqual({ words: 'in 2 days', date: 'Wed 21 Oct 2026' })
  })

  it('puts a window that closes at the end of this day under this day', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await aDisputeUnderNotice(vault)
    const [awaited] = linesAt(vault, '2026-10-22T06:30:00Z', 'answer-awaited')
    expect(awaited?.group).toBe('now')
    expect(awaited && whenWords(awaited).words).toBe('today, end of day')
  })

  it('says that the time is over from the minute it is, and not before', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await aDisputeUnderNotice(vault)
    expect(linesAt(vault, '2026-10-22T06:59:00Z', 'answer-over')).toEqual([])
    expect(linesAt(vault, '2026-10-22T07:00:00Z', 'answer-over')).toHaveLength(1)
  })

  it('lets a dispute go once its attempt at agreement has ended', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await anImpasse(vault)
    expect(clockLines(vault.reader(), monday)).toEqual([])
  })

  it('shows a session of this day with its time, and one that is not signed since its day', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    const about = {
      case: vault.caseId,
      minutes: 60,
      method: 'video',
      purpose: 'facilitation',
      present: ['A', 'B'],
    }
    await vault.do('session.open', { ...about, heldOn: '19 Oct 2026', startTime: '18:00' })
    await vault.do('session.open', { ...about, heldOn: '12 Oct 2026', startTime: '09:00' })
    const [held] = linesAt(vault, monday, 'session-today')
    expect(held && whenWords(held).words).toBe('today, 6:00 p.m.')
    const unsigned = linesAt(vault, monday, 'session-unsigned')
    expect(unsigned.map((line) => whenWords(line).words)).toEqual(['for 7 days', 'since today'])
  })

  it('counts all but the oldest unsigned sessions of a family in one line, which leads to them', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    const about = { case: vault.caseId, minutes: 60, method: 'video', purpose: 'review', present: ['A'] }
    const days = Array.from({ length: 15 }, (_, index) => `${index + 1} Oct 2026`)
    for (const heldOn of days) await vault.do('session.open', { ...about, heldOn, startTime: '09:00' })
    const unsigned = linesAt(vault, monday, 'session-unsigned')
    expect(unsigned.map(({ facts }) => facts['date'])).toEqual(['2026-10-01', '2026-10-02', '2026-10-03'])
    const [more] = linesAt(vault, monday, 'sessions-unsigned')
    expect(more).toMatchObject({ place: ['sessions'], at: '2026-10-04' })
    expect(more && lineWords(more, undefined)).toBe(
      'And 12 more sessions are not signed. Show all in Sessions',
    )
  })

  it('shows a draft, with what it lacks once that was counted', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await vault.do('decision.draft', { dispute: await anImpasse(vault) })
    const [draft] = linesAt(vault, monday, 'draft')
    expect(draft && lineWords(draft, undefined)).toBe('Draft on “Late exchanges”: checking what is missing')
    expect(draft && lineWords(draft, 1)).toContain('1 thing is missing')
    expect(draft && lineWords(draft, 0)).toContain('ready to be issued')
  })

  it.each([
    ['2026-10-18T17:00:00Z', 'term-ends', 0],
    ['2026-11-13T17:00:00Z', 'term-ends', 1],
    ['2027-01-12T17:00:00Z', 'term-last-day', 1],
    ['2027-01-13T17:00:00Z', 'term-over', 1],
  ] as const)('on %s shows %s %i times for a term that ends on 12 Jan 2027', async (now, kind, count) => {
    const vault = await aReadyCase({ term: { end: '12 Jan 2027' } }, { zone: 'America/Vancouver' })
    expect(linesAt(vault, now, kind)).toHaveLength(count)
  })

  it('says nothing of the end of a paper that a later one in force outlives', async () => {
    const vault = await aReadyCase({ term: { end: '12 Nov 2026' } }, { zone: 'America/Vancouver' })
    await vault.do('instrument.record', {
      case: vault.caseId,
      kind: 'order',
      title: 'Order extending the term',
      madeOn: '1 Oct 2026',
      enteredOn: '1 Oct 2026',
      term: { end: '1 Oct 2027' },
    })
    expect(linesAt(vault, monday, 'term-ends')).toEqual([])
  })

  it('asks for every number of days that nobody has answered', async () => {
    const vault = await aReadyCase(
      { term: { end: '12 Jan 2027' } },
      { zone: 'America/Vancouver', profile: 'us-az' },
    )
    expect(linesAt(vault, monday, 'deadline-to-ask')).toHaveLength(1)
    await vault.do('instrument.answerDeadline', {
      instrument: vault.instrumentId,
      deadline: 'court-report',
      days: null,
    })
    expect(linesAt(vault, monday, 'deadline-to-ask')).toEqual([])
  })

  it('is silent on a family whose appointment has ended', async () => {
    const vault = await aReadyCase({}, { zone: 'America/Vancouver' })
    await aDisputeUnderNotice(vault)
    await vault.do('case.end', { case: vault.caseId, on: '18 Oct 2026', how: 'completed' })
    expect(clockLines(vault.reader(), monday)).toEqual([])
  })
})
