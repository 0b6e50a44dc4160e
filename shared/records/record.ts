import type { z } from 'zod'
import { AttachmentBody, AttachmentHead } from '../domain/attachment/attachment.ts'
import { CaseBody, CaseHead } from '../domain/case/case.ts'
import { DecisionBody, DecisionHead } from '../domain/decision/decision.ts'
import { DisputeBody, DisputeHead } from '../domain/dispute/dispute.ts'
import { InstrumentBody, InstrumentHead } from '../domain/authority/instrument.ts'
import { PlanBody, PlanHead } from '../domain/plan/plan.ts'
import { PracticeBody, PracticeHead } from '../domain/practice/practice.ts'
import { ReceiptBody, ReceiptHead } from '../domain/receipt/receipt.ts'
import { SessionBody, SessionHead } from '../domain/session/session.ts'

/** Every kind of record the vault holds: its head (opened at unlock) and its body (opened on demand). */
export const recordKinds = {
  practice: { head: PracticeHead, body: PracticeBody },
  case: { head: CaseHead, body: CaseBody },
  instrument: { head: InstrumentHead, body: InstrumentBody },
  plan: { head: PlanHead, body: PlanBody },
  dispute: { head: DisputeHead, body: DisputeBody },
  session: { head: SessionHead, body: SessionBody },
  decision: { head: DecisionHead, body: DecisionBody },
  attachment: { head: AttachmentHead, body: AttachmentBody },
  receipt: { head: ReceiptHead, body: ReceiptBody },
} as const

export type RecordKind = keyof typeof recordKinds
export type HeadOf<K extends RecordKind> = z.infer<(typeof recordKinds)[K]['head']>
export type BodyOf<K extends RecordKind> = z.infer<(typeof recordKinds)[K]['body']>

/** What is in memory after unlock: everything but the body. `rev` counts commits of this record, from 1. */
export interface RecordEntry<K extends RecordKind = RecordKind> {
  readonly id: string
  readonly kind: K
  readonly caseId: string | null
  readonly rev: number
  readonly schema: number
  readonly head: HeadOf<K>
}

/** A record as it is handed to the store: `baseRev` is the revision it was made from, 0 for a new one. */
export interface PutRecord<K extends RecordKind = RecordKind> {
  readonly op: 'put'
  readonly id: string
  readonly kind: K
  readonly caseId: string | null
  readonly baseRev: number
  readonly head: HeadOf<K>
  /** Left out when only the head changes. */
  readonly body?: BodyOf<K>
}

export interface DeleteRecord {
  readonly op: 'delete'
  readonly id: string
  readonly baseRev: number
}

export type Change = { readonly [K in RecordKind]: PutRecord<K> }[RecordKind] | DeleteRecord

/** The id of the one practice record. */
export const practiceId = 'practice'
