import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { chooseExpired, retention } from '#electron/services/backup/rotation.ts'

const aBackup = (at: string) => ({ name: `${at}.cvbak`, at })
const day = (index: number, hour = 12) => new Date(Date.UTC(2026, 0, 1 + index, hour)).toISOString()

describe('chooseExpired', () => {
  it('keeps everything while there are no more than ten', () => {
    expect(chooseExpired(Array.from({ length: 10 }, (_, hour) => aBackup(day(0, hour))))).toEqual([])
  })

  it('lets the older ones of one day go beyond the last ten', () => {
    const backups = Array.from({ length: 12 }, (_, hour) => aBackup(day(0, hour)))
    expect(chooseExpired(backups)).toEqual([aBackup(day(0, 1)).name, aBackup(day(0, 0)).name])
  })

  it('keeps the newest of thirty days and of twelve months', () => {
    const backups = Array.from({ length: 400 }, (_, index) => aBackup(day(index)))
    const staying = backups.length - chooseExpired(backups).length
    // Thirty days reach into two months; ten further months have one each.
    expect(staying).toBe(retention.daily + 10)
  })

  it('never lets the newest go, nor more than the rules name, whatever the dates', () => {
    const instants = fc.uniqueArray(fc.nat(900 * 24), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(instants, (hours) => {
        const backups = hours.map((hour) => aBackup(day(0, hour)))
        const gone = new Set(chooseExpired(backups))
        const staying = backups.filter(({ name }) => !gone.has(name))
        const newest = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
        expect(newest === undefined || !gone.has(newest.name)).toBe(true)
        expect(staying.length).toBeGreaterThanOrEqual(Math.min(backups.length, retention.last))
        expect(staying.length).toBeLessThanOrEqual(retention.last + retention.daily + retention.monthly)
        // Choosing again from what stays takes nothing more away.
        expect(chooseExpired(staying)).toEqual([])
      }),
    )
  })
})
