import type { Block } from '../model.ts'
import { formatLongDate, formatTime } from '../../domain/time/plain-date.ts'
import { fields, heading, note, prose, table } from './blocks.ts'
import type { SessionContent } from './input.ts'

/** Sessions in order of date: who met, how and for how long, and the entries that both parents may see. */
export function sessionBlocks(sessions: readonly SessionContent[]): readonly Block[] {
  const inOrder = sessions.toSorted((a, b) => {
    const [first, second] = [`${a.heldOn}T${a.startTime}`, `${b.heldOn}T${b.startTime}`]
    return first < second ? -1 : first > second ? 1 : 0
  })
  return inOrder.flatMap((session, index) => [
    heading(2, `Session ${String(index + 1)}: ${formatLongDate(session.heldOn)}`),
    ...fields(
      ['Started', startAndLength(session)],
      ['Purpose', session.purpose],
      ['Held', session.method],
      ['Present', session.present.join(', ')],
    ),
    ...content(session),
  ])
}

/** A length of 0 means that nobody noted one. */
function startAndLength({ startTime, minutes }: SessionContent): string {
  const start = formatTime(startTime)
  return minutes === 0 ? start : `${start}, ${String(minutes)} minutes`
}

function content({ entries, isWithheld, isSigned }: SessionContent): readonly Block[] {
  if (isWithheld)
    return [note('What was said is confidential and was left out; see the register at the end.')]
  const unsigned = isSigned ? [] : [note('The notes of this session are not signed yet.')]
  if (entries.length === 0) return [...unsigned, note('No entries for this file.')]
  return [...unsigned, ...(entries.some(isLong) ? atLength(entries) : inRows(entries))]
}

type Entry = SessionContent['entries'][number]

function inRows(entries: readonly Entry[]): readonly Block[] {
  const rows = entries.map(({ speaker, kind, text }) => [speaker, kind, text])
  return table(
    '',
    [
      ['Who', 20],
      ['Kind', 16],
      ['Entry', 64],
    ],
    rows,
  )
}

function atLength(entries: readonly Entry[]): readonly Block[] {
  return entries.flatMap(({ speaker, kind, text }) => [
    heading(3, `${speaker}, ${kind.toLowerCase()}`),
    ...prose(text),
  ])
}

// A narrow cell that runs over several pages is hard to read, and word processors take minutes to set it.
function isLong({ text }: Entry): boolean {
  return text.length > 1_200
}
