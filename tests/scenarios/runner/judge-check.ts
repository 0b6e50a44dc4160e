import { commandContextOf, gateItemsOf } from './gate-of-records.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import type { InstrumentHead } from '#shared/domain/authority/instrument.ts'
import type { Clause, PlanBody, PlanHead } from '#shared/domain/plan/plan.ts'
import { caseStage, stageBlocks, type CaseFacts } from '#shared/domain/case/stage.ts'
import { bareCitation } from '#shared/commands/lookup.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import type { WholeRecord } from '#tests/support/memory-vault.ts'
import type { Check, CaseCheck, GateCheck, PlanCheck, RecordCheck, RecordsCheck } from './check-format.ts'
import { compare, includes, show, valueAt } from './compare.ts'
import type { Driver } from './driver.ts'
import { judgeDocument } from './judge-document.ts'
import { judgeLeaks } from './judge-leaks.ts'
import { gateProblems, matches } from './judge-outcome.ts'
import { readable, readableRecords } from './readable.ts'
import { resolveNames, type Names } from '#shared/sample/references.ts'

/** What a check looks at. */
export interface CheckSetting {
  readonly driver: Driver
  readonly names: Names
  readonly now: string
  readonly zone: string
  /** Files exported so far, in order. */
  readonly exports: readonly string[]
}

/** Tells what a check finds wrong; nothing when it holds. */
export async function judgeCheck(setting: CheckSetting, check: Check): Promise<readonly string[]> {
  // Resolving names keeps the shape: every field that may hold one takes any text.
  const { name, value } = { name: check.name, value: resolveNames(check.value, setting.names) } as Check
  if (name === 'document') return judgeDocument(setting.driver, value)
  if (name === 'leak') return judgeLeaks(setting.driver, setting.exports, value.leak)
  const records = await setting.driver.records()
  if (name === 'record') return judgeRecord(records, value)
  if (name === 'records') return judgeRecords(records, value)
  if (name === 'case') return judgeCase(records, value, setting.now)
  if (name === 'plan') return judgePlan(records, value)
  return judgeGate(records, value, setting)
}

function judgeRecord(records: readonly WholeRecord[], check: RecordCheck): readonly string[] {
  const record = readableRecords(records).find(({ id }) => id === check.record)
  if (!record) return ['there is no such record']
  return compare(valueAt(record, check.path), check).map((problem) => `${check.path} ${problem}`)
}

function judgeRecords(records: readonly WholeRecord[], check: RecordsCheck): readonly string[] {
  const found = readableRecords(records).filter(
    (record) =>
      record.kind === check.records &&
      (check.in === undefined || record['caseId'] === check.in) &&
      (check.where === undefined || includes(record, check.where)),
  )
  return found.length === check.count
    ? []
    : [`there should be ${String(check.count)} of ${check.records}, there are ${String(found.length)}`]
}

function judgeCase(records: readonly WholeRecord[], check: CaseCheck, now: string): readonly string[] {
  const matter = records.find(({ id, kind }) => kind === 'case' && id === check.case)
  if (!matter) return ['there is no such case']
  const head = matter.head as CaseHead // Found by kind.
  const facts: CaseFacts = {
    head,
    instruments: headsOf(records, 'instrument', matter.id) as InstrumentHead[], // Found by kind.
    // Found by kind.
    clauseCount: (headsOf(records, 'plan', matter.id) as PlanHead[]).flatMap(({ clauses }) => clauses).length,
    today: dateIn(head.zone, now),
  }
  return [
    ...compare(caseStage(facts), { equals: check.stage }).map((problem) => `stage ${problem}`),
    ...compare(
      stageBlocks(facts).map(({ code }) => code),
      { equals: check.blocks },
    ).map((problem) => `blocks ${problem}`),
  ]
}

function headsOf(records: readonly WholeRecord[], kind: string, caseId: string): unknown[] {
  return records.filter((record) => record.kind === kind && record.caseId === caseId).map(({ head }) => head)
}

function judgePlan(records: readonly WholeRecord[], check: PlanCheck): readonly string[] {
  const plan = records.find(({ id, kind }) => kind === 'plan' && id === check.plan)
  if (!plan) return ['there is no such plan']
  const { clauses } = plan.body as PlanBody // Found by kind.
  if (check.clause === undefined) {
    const citations = clauses.map(({ citation }) => citation)
    return compare(citations, { ...check, equals: check.citations ?? check.equals })
  }
  const clause = clauses.find(({ citation }) => bareCitation(citation) === bareCitation(check.clause ?? ''))
  return compare(partOf(clause, check.part), check).map(
    (problem) => `clause ${check.clause ?? ''} ${problem}`,
  )
}

function partOf(clause: Clause | undefined, part: 'text' | 'heading'): string | undefined {
  return clause?.[part].replace(/\s+/gu, ' ').trim()
}

async function judgeGate(
  records: readonly WholeRecord[],
  check: GateCheck,
  setting: CheckSetting,
): Promise<readonly string[]> {
  const items = await gateItemsOf(commandContextOf(records, setting.now, setting.zone), check.gate)
  if (!items) return ['there is no such draft']
  const closed = items.filter(({ isOpen }) => !isOpen).map(({ code }) => code)
  const found = readable(gateProblems(items), records) as readonly unknown[] // A list stays one.
  const wronglyClosed = (check.open ?? []).filter((code) => closed.includes(code))
  return [
    ...compare(closed.toSorted(), { equals: check.closed?.toSorted() }).map(
      (problem) => `closed items ${problem}; ${show(found)}`,
    ),
    ...wronglyClosed.map((code) => `${code} should be open`),
    ...(check.problems ?? [])
      .filter((wanted) => !found.some((each) => matches(each, wanted)))
      .map((wanted) => `no problem ${show(wanted)} among ${show(found)}`),
  ]
}
