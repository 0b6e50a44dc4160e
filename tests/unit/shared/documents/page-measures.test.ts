import { describe, expect, it } from 'vitest'
import { columnShares, pageMeasures } from '#shared/documents/page-measures.ts'

describe('pageMeasures', () => {
  it('gives Letter and A4 their sizes in points', () => {
    expect(pageMeasures({ size: 'letter', density: 'normal' })).toMatchObject({ widthPt: 612, heightPt: 792 })
    expect(pageMeasures({ size: 'a4', density: 'normal' })).toMatchObject({ widthPt: 595.3, heightPt: 841.9 })
  })

  it('sets smaller type the tighter the page', () => {
    const sizes = (['normal', 'compact', 'tight'] as const).map(
      (density) => pageMeasures({ size: 'a4', density }).textPt,
    )
    expect(sizes).toEqual([11, 10, 9])
  })
})

describe('columnShares', () => {
  it('keeps shares that add up to 100', () => {
    expect(columnShares(2, [70, 30])).toEqual([70, 30])
  })

  it('scales shares that do not', () => {
    expect(columnShares(2, [1, 3])).toEqual([25, 75])
  })

  it.each([[[]], [[50]], [[0, 100]], [[Number.NaN, 1]], [[-1, 2]]])(
    'divides evenly when given %j for two columns',
    (widths) => {
      expect(columnShares(2, widths)).toEqual([50, 50])
    },
  )
})
