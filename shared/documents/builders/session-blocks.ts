import type { Block } from '../model.ts'
import { formatLongDate, formatTime } from '../../domain/time/plain-date.ts'
import { fields, heading, note, table } from './blocks.ts'
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
      ['Started', `${formatTime(session.startTime)}, ${String(session.minutes)} minutes`],
      ['Purpose', session.purpose],
      ['Held', session.method],
      ['Present', session.present.join(', ')],
    ),
    ...content(session),
  ])
}

function content({ entries, isWithheld, isSigned }: SessionContent): readonly Block[] {
  if (isWithheld)
    return [note('What was said is confidential and was left out; see the register at the end.')]
  const unsigned = isSigned ? [] : [note('The notes of this session are not signed yet.')]
  if (entries.length === 0) return [...unsigned, note('No entries for this file.')]
  const rows = entries.map(({ speaker, kind, text }) => [speaker, kind, text])
  return [
    ...unsigned,
    ...table(
      '',
      [
        ['Who', 20],
        ['Kind', 16],
        ['Entry', 64],
      ],
      rows,
    ),
  ]
}
