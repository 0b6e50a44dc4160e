import type { ReadModel } from '#renderer/data/index.ts'
import { checkInForce } from '#shared/domain/authority/in-force.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { stageBlocks } from '#shared/domain/case/stage.ts'
import { hearings } from '#shared/domain/dispute/heard.ts'
import { addDays, dateIn, daysBetween, type Instant, type PlainDate } from '#shared/domain/time/plain-date.ts'
import type { RecordEntry } from '#shared/records/record.ts'

/** What a line is about; the catalogue has a sentence for each. */
export type LineKind =
  | 'session-today'
  | 'answer-awaited'
  | 'answer-over'
  | 'no-notice'
  | 'facilitation-due'
  | 'session-unsigned'
  | 'sessions-unsigned'
  | 'draft'
  | 'term-ends'
  | 'term-last-day'
  | 'term-begins'
  | 'term-over'
  | 'deadline-to-ask'
  | 'next-step'
  | 'practice'

/** One line of Today: something that happens, runs out or waits, and where it is dealt with. */
export interface Line {
  readonly key: string
  readonly kind: LineKind
  readonly group: 'now' | 'clocks' | 'waiting'
  readonly caseId: string | null
  readonly family: string
  readonly isSample: boolean
  /** Section of the case and what to open there. */
  readonly place: readonly string[]
  /** Facts for the sentence; codes among them are named by the screen. */
  readonly facts: Readonly<Record<string, string>>
  /** The day, or the wall-clock minute, on which it ends or happens, or since which it waits. */
  readonly at: string | null
  /** The day it is in the case's own zone. */
  readonly today: PlainDate
}

/** All that Today needs of the vault: the heads. */
type Records = Pick<ReadModel, 'list'>

/** Days before its end at which an appointment's term begins to show. */
export const termWarningDays = 60

/** Every line of Today over all cases that have not ended, in the order of their days. */
export function clockLines(records: Records, now: Instant): readonly Line[] {
  return records
    .list('case')
    .filter(({ head }) => head.status.state !== 'ended')
    .flatMap((entry) => linesOfCase(records, entry, now))
    .toSorted((a, b) => (a.at ?? '9999').localeCompare(b.at ?? '9999') || a.family.localeCompare(b.family))
}

function linesOfCase(records: Records, entry: RecordEntry<'case'>, now: Instant): readonly Line[] {
  const today = dateIn(entry.head.zone, now)
  const line: MakeLine = (kind, group, key, place, at, facts = {}) => ({
    key: `${kind}-${key}`,
    kind,
    group,
    caseId: entry.id,
    family: entry.head.label,
    isSample: entry.head.sample,
    place,
    facts,
    at,
    today,
  })
  return [
    ...sessionLines(records, entry.id, today, line),
    ...disputeLines(records, entry, now, today, line),
    ...draftLines(records, entry.id, line),
    ...termLines(records, entry, today, line),
    ...deadlineLines(records, entry.id, line),
    ...stepLines(records, entry, today, line),
  ]
}

type MakeLine = (
  kind: LineKind,
  group: Line['group'],
  key: string,
  place: readonly string[],
  at: string | null,
  facts?: Readonly<Record<string, string>>,
) => Line

/** So many unsigned sessions of a family have lines of their own; the others are counted in one, which leads to all of them. */
export const unsignedShown = 3

function sessionLines(records: Records, caseId: string, today: PlainDate, line: MakeLine): readonly Line[] {
  const sessions = records.list('session', caseId)
  const held = sessions
    .filter(({ head }) => head.heldOn === today)
    .map(({ id, head }) =>
      line(
        'session-today',
        'now',
        id,
        ['sessions', id],
        `${head.heldOn}T${head.startTime}`,
        sessionFacts(head),
      ),
    )
  const unsigned = sessions
    .filter(({ head }) => head.state === 'open' && head.heldOn <= today)
    .toSorted((a, b) => a.head.heldOn.localeCompare(b.head.heldOn))
  const [folded] = unsigned.slice(unsignedShown)
  const more = String(unsigned.length - unsignedShown)
  return [
    ...held,
    ...unsigned
      .slice(0, unsignedShown)
      .map(({ id, head }) =>
        line('session-unsigned', 'waiting', id, ['sessions', id], head.heldOn, sessionFacts(head)),
      ),
    ...(folded
      ? [line('sessions-unsigned', 'waiting', caseId, ['sessions'], folded.head.heldOn, { count: more })]
      : []),
  ]
}

function sessionFacts(head: RecordEntry<'session'>['head']): Readonly<Record<string, string>> {
  return {
    date: head.heldOn,
    entries: String(head.entryCount),
    purpose: head.purpose,
    time: head.startTime,
  }
}

function disputeLines(
  records: Records,
  entry: RecordEntry<'case'>,
  now: Instant,
  today: PlainDate,
  line: MakeLine,
): readonly Line[] {
  const { parties, zone } = entry.head
  const open = records.list('dispute', entry.id).filter(({ head }) => head.status === 'raised')
  return open.flatMap(({ id, head }) => {
    const states = hearings(head, parties, now, zone)
    const place = ['disputes', id]
    const facts = (partyId: string) => ({ who: nameOf(entry.head, partyId), dispute: head.title })
    const lines = states.flatMap((state): readonly Line[] => {
      const key = `${id}-${state.partyId}`
      if (state.state === 'no-notice')
        return [line('no-notice', 'waiting', key, place, head.raisedOn, facts(state.partyId))]
      if (state.state === 'window-open') {
        const group = lastDayOf(state.answerBy) === today ? 'now' : 'clocks'
        return [line('answer-awaited', group, key, place, state.answerBy, facts(state.partyId))]
      }
      if (state.state === 'silent' && head.facilitation === null)
        return [line('answer-over', 'waiting', key, place, lastDayOf(state.answerBy), facts(state.partyId))]
      return []
    })
    const isHeard = states.every(({ state }) => state === 'heard')
    return isHeard && head.facilitation === null
      ? [...lines, line('facilitation-due', 'waiting', id, place, head.raisedOn, { dispute: head.title })]
      : lines
  })
}

function draftLines(records: Records, caseId: string, line: MakeLine): readonly Line[] {
  const disputes = records.list('dispute', caseId)
  return records
    .list('decision', caseId)
    .filter(({ head }) => head.state === 'draft')
    .map(({ id, head }) => {
      const dispute = disputes.find((each) => each.id === head.disputeId)?.head.title ?? ''
      return line('draft', 'waiting', id, ['decisions', id], null, { dispute, decisionId: id })
    })
}

function termLines(
  records: Records,
  { id: caseId, head: matter }: RecordEntry<'case'>,
  today: PlainDate,
  line: MakeLine,
): readonly Line[] {
  const instruments = records.list('instrument', caseId)
  const inForce = instruments.filter(({ head }) => checkInForce(head, matter.parties, today).ok)
  const latestEnd = inForce
    .map(({ head }) => head.term.end ?? '')
    .toSorted()
    .at(-1)
  return instruments.flatMap(({ id, head }): readonly Line[] => {
    const { start, end } = head.term
    const place = ['authority', id]
    const facts = { instrument: head.title }
    if (start === today) return [line('term-begins', 'now', id, place, start, facts)]
    if (end === null || end !== (latestEnd ?? end)) return []
    if (end === today) return [line('term-last-day', 'now', id, place, `${addDays(end, 1)}T00:00`, facts)]
    const isOver = end < today && inForce.length === 0 && matter.activatedOn !== null
    if (isOver && id === instruments.at(-1)?.id) return [line('term-over', 'waiting', id, place, end, facts)]
    const left = daysBetween(today, end)
    return left > 0 && left <= termWarningDays ? [line('term-ends', 'clocks', id, place, end, facts)] : []
  })
}

function deadlineLines(records: Records, caseId: string, line: MakeLine): readonly Line[] {
  return records.list('instrument', caseId).flatMap(({ id, head }) =>
    head.deadlines
      .filter(({ state }) => state === 'to-ask')
      .map((deadline) =>
        line('deadline-to-ask', 'waiting', `${id}-${deadline.id}`, ['authority', id], null, {
          label: deadline.label,
        }),
      ),
  )
}

function stepLines(
  records: Records,
  { id, head }: RecordEntry<'case'>,
  today: PlainDate,
  line: MakeLine,
): readonly Line[] {
  if (head.status.state === 'suspended')
    return [line('next-step', 'waiting', id, [], head.status.on, { step: 'resume', date: head.status.on })]
  if (head.activatedOn !== null) return []
  const [block] = stageBlocks({
    head,
    instruments: records.list('instrument', id).map((instrument) => instrument.head),
    clauseCount: records.list('plan', id).reduce((sum, plan) => sum + plan.head.clauses.length, 0),
    today,
  })
  const who = block?.code === 'screening-missing' ? block.parties.join(', ') : ''
  const places = {
    'instrument-missing': ['authority'],
    'instrument-incomplete': ['authority'],
    'plan-missing': ['plan'],
  } as const
  // Just found among the keys.
  const place = block && block.code in places ? places[block.code as keyof typeof places] : []
  return [line('next-step', 'waiting', id, place, null, { step: block?.code ?? 'start', who })]
}

function nameOf({ parties }: CaseHead, partyId: string): string {
  return parties.find(({ id }) => id === partyId)?.name ?? ''
}

/** The last day on which an answer still counts: a window that closes at midnight closes on the day before. */
function lastDayOf(answerBy: string): PlainDate {
  const [date = '', time] = answerBy.split('T')
  return time === '00:00' ? addDays(date, -1) : date
}
