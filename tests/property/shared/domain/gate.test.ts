import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInForce } from '#shared/domain/authority/in-force.ts'
import { checkGate } from '#shared/domain/decision/gate.ts'
import { everyoneHeard, hearings } from '#shared/domain/dispute/heard.ts'
import { addDays, dateIn, instantOf } from '#shared/domain/time/plain-date.ts'
import {
  aContent,
  aDispute,
  anInstrument,
  aTerm,
  bothParents,
  openDraft,
  zone,
} from '#tests/support/builders/domain.ts'

const aDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-06-01', days))
const aMoment = fc
  .tuple(aDay, fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:00`)

describe('the gate', () => {
  it('is closed whenever the written day or today lies outside the term', () => {
    fc.assert(
      fc.property(aDay, aMoment, (writtenOn, moment) => {
        const instrument = anInstrument()
        const now = instantOf(zone, moment)
        const items = checkGate(openDraft({ instrument, writtenOn, effectiveOn: writtenOn }), now)
        const isOpen = items.every((item) => item.isOpen)
        const inTerm = [writtenOn, dateIn(zone, now)].every(
          (day) => checkInForce(instrument, bothParents, day).ok,
        )
        expect(isOpen && !inTerm).toBe(false)
        expect(isOpen && writtenOn > dateIn(zone, now)).toBe(false)
      }),
    )
  })

  it('never opens by waiting for a document that is dated before the window closed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 400 }), (early, later) => {
        const writtenOn = addDays('2026-10-15', -early)
        const now = instantOf(zone, `${addDays('2026-10-17', later)}T12:00`)
        const draft = openDraft({ dispute: aDispute({ answers: [] }), writtenOn, effectiveOn: writtenOn })
        expect(checkGate(draft, now).find(({ code }) => code === 'both-heard')?.isOpen).toBe(false)
      }),
    )
  })

  it('never throws, whatever is written in the terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const content = aContent({ terms: [aTerm({ text })], reasons: text })
        const items = checkGate(openDraft({ content }), '2026-10-19T17:00:00Z')
        expect(items.every(({ isOpen, problems }) => isOpen === (problems.length === 0))).toBe(true)
      }),
    )
  })
})

describe('hearing', () => {
  it('once complete stays complete as time goes on', () => {
    fc.assert(
      fc.property(aMoment, fc.integer({ min: 0, max: 5000 }), (moment, hours) => {
        const dispute = aDispute({ answers: [] })
        const at = (shift: number) => {
          const day = addDays(moment.slice(0, 10), Math.floor(shift / 24))
          return everyoneHeard(
            hearings(dispute, bothParents, instantOf(zone, `${day}${moment.slice(10)}`), zone),
          )
        }
        expect(at(0) && !at(hours)).toBe(false)
      }),
    )
  })
})
