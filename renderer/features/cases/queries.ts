import type { ReadModel } from '#renderer/data/index.ts'
import { foldText } from '#renderer/ui/fold-text.ts'
import { checkInForce } from '#shared/domain/authority/in-force.ts'
import type { InstrumentHead } from '#shared/domain/authority/instrument.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { caseStage, stageBlocks, type CaseStage, type StageBlock } from '#shared/domain/case/stage.ts'
import { dateIn, type Instant, type PlainDate } from '#shared/domain/time/plain-date.ts'
import type { RecordEntry } from '#shared/records/record.ts'

/** All that these queries need of the vault: the heads. */
type Records = Pick<ReadModel, 'list'>

/** What a list says of one family. */
export interface CaseRow {
  readonly id: string
  readonly label: string
  readonly parties: CaseHead['parties']
  readonly childNames: readonly string[]
  readonly fileNumber: string
  readonly stage: CaseStage
  /** The first thing between the case and the active phase; null where nothing is. */
  readonly block: StageBlock | null
  readonly openDisputes: number
  readonly term: { readonly end: PlainDate | null; readonly isOver: boolean } | null
  readonly isSample: boolean
}

/** The records that say where one case stands. */
export interface CaseStanding {
  readonly entry: RecordEntry<'case'>
  readonly instruments: readonly RecordEntry<'instrument'>[]
  readonly instrument: RecordEntry<'instrument'> | null
  readonly clauseCount: number
  readonly blocks: readonly StageBlock[]
  readonly stage: CaseStage
  readonly today: PlainDate
}

/** Every family, those with open work first, then by name. */
export function caseRows(records: Records, now: Instant): readonly CaseRow[] {
  const isPast = (row: CaseRow) => row.stage === 'ended' || row.stage === 'declined'
  return records
    .list('case')
    .map((entry) => rowOf(records, standingOf(records, entry, now)))
    .toSorted((a, b) => Number(isPast(a)) - Number(isPast(b)) || a.label.localeCompare(b.label))
}

/** The rows in which every typed word begins or continues some name, child, or file number. */
export function searchRows(rows: readonly CaseRow[], typed: string): readonly CaseRow[] {
  const wanted = foldText(typed).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.filter((row) => {
    const text = foldText(
      [row.label, row.fileNumber, ...row.parties.map(({ name }) => name), ...row.childNames].join(' '),
    )
    return wanted.every((part) => text.includes(part))
  })
}

/** Finds a case of the vault; undefined when it is not there. */
export function findCase(records: Records, caseId: string): RecordEntry<'case'> | undefined {
  return records.list('case').find(({ id }) => id === caseId)
}

/** Where a case stands on this instant, in its own time zone. */
export function standingOf(records: Records, entry: RecordEntry<'case'>, now: Instant): CaseStanding {
  const today = dateIn(entry.head.zone, now)
  const instruments = records.list('instrument', entry.id)
  const clauseCount = records.list('plan', entry.id).reduce((sum, plan) => sum + plan.head.clauses.length, 0)
  const facts = { head: entry.head, instruments: instruments.map(({ head }) => head), clauseCount, today }
  const instrument =
    instruments.findLast(({ head }) => checkInForce(head, entry.head.parties, today).ok) ??
    instruments.at(-1) ??
    null
  return {
    entry,
    instruments,
    instrument,
    clauseCount,
    blocks: stageBlocks(facts),
    stage: caseStage(facts),
    today,
  }
}

function rowOf(records: Records, standing: CaseStanding): CaseRow {
  const { entry, instrument, today, blocks, stage } = standing
  const { head } = entry
  const disputes = records.list('dispute', entry.id)
  return {
    id: entry.id,
    label: head.label,
    parties: head.parties,
    childNames: head.children.map(({ name }) => name),
    fileNumber: head.court?.fileNumber ?? '',
    stage,
    block: blocks[0] ?? null,
    openDisputes: disputes.filter(({ head: { status } }) => isWaitingDispute(status)).length,
    term: instrument && termOf(instrument.head, today),
    isSample: head.sample,
  }
}

/** Whether a dispute still waits for something of the coordinator; one that was agreed does not. */
export function isWaitingDispute(status: string): boolean {
  return status === 'raised' || status === 'impasse'
}

function termOf({ term }: InstrumentHead, today: PlainDate): CaseRow['term'] {
  return { end: term.end, isOver: term.end !== null && term.end < today }
}
