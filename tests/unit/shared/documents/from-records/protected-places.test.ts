import { describe, expect, it } from 'vitest'
import { addressValues } from '#shared/documents/from-records/protected-places.ts'

describe('addressValues', () => {
  it('searches for the whole address, the street and the town', () => {
    expect(addressValues('14 Fennel Row, Larkmead', new Set())).toEqual([
      '14 Fennel Row, Larkmead',
      '14 Fennel Row',
      'Larkmead',
    ])
  })

  it('does not search for a state, a country or what is too short', () => {
    expect(addressValues('14 Fennel Row, Larkmead, Colorado, CO, USA', new Set())).toEqual([
      '14 Fennel Row, Larkmead, Colorado, CO, USA',
      '14 Fennel Row',
      'Larkmead',
    ])
  })

  it('does not search for a town that stands in every document anyway', () => {
    expect(addressValues('14 Fennel Row, Vancouver', new Set(['Vancouver Registry']))).not.toContain(
      'Vancouver',
    )
  })

  it('keeps a street alone', () => {
    expect(addressValues('14 Fennel Row', new Set())).toEqual(['14 Fennel Row'])
  })
})
