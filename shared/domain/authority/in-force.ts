import type { Party } from '../case/case.ts'
import { err, ok, type Result } from '../result.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { InstrumentHead } from './instrument.ts'

export type NotInForce =
  | { readonly code: 'not-signed'; readonly parties: readonly string[] }
  | { readonly code: 'not-entered' }
  | { readonly code: 'term-unset' }
  | { readonly code: 'before-term'; readonly start: PlainDate }
  | { readonly code: 'after-term'; readonly end: PlainDate }

/**
 * Tells whether an instrument gives power on a day.
 *
 * An agreement needs every party's signature, an order the day it was entered. The term counts whole days in the
 * zone of the case; the last day is still in force, and authority stops at midnight after it.
 */
export function checkInForce(
  instrument: InstrumentHead,
  parties: readonly Party[],
  on: PlainDate,
): Result<void, NotInForce> {
  if (instrument.kind === 'order' && !isEntered(instrument, on)) return err({ code: 'not-entered' })
  const missing = instrument.kind === 'agreement' ? missingSignatures(instrument, parties, on) : []
  if (missing.length > 0) return err({ code: 'not-signed', parties: missing.map((party) => party.name) })
  const { start, end } = instrument.term
  if (end === null) return err({ code: 'term-unset' })
  if (on < start) return err({ code: 'before-term', start })
  if (on > end) return err({ code: 'after-term', end })
  return ok()
}

function isEntered({ enteredOn }: InstrumentHead, on: PlainDate): boolean {
  return enteredOn !== null && enteredOn <= on
}

/** The parties who had not signed by the end of a day. */
export function missingSignatures(
  instrument: InstrumentHead,
  parties: readonly Party[],
  on: PlainDate,
): readonly Party[] {
  return parties.filter(
    (party) =>
      !instrument.signatures.some((signature) => signature.partyId === party.id && signature.on <= on),
  )
}

/** The parts that a written grant of power may not lack; each is a word of the catalogue. */
export type MissingPart = 'signatures' | 'entry' | 'term' | 'scope' | 'fee-split'

/** What an instrument still lacks before the work may begin. */
export function missingParts(
  instrument: InstrumentHead,
  parties: readonly Party[],
  on: PlainDate,
): readonly MissingPart[] {
  const missing: MissingPart[] = []
  if (instrument.kind === 'order' && !isEntered(instrument, on)) missing.push('entry')
  if (instrument.kind === 'agreement' && missingSignatures(instrument, parties, on).length > 0)
    missing.push('signatures')
  if (instrument.term.end === null) missing.push('term')
  if (instrument.issues.length === 0) missing.push('scope')
  if (Math.abs(instrument.feeSplit.reduce((sum, share) => sum + share.percent, 0) - 100) > 0.01)
    missing.push('fee-split')
  return missing
}
