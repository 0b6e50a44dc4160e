import type { PageSetup } from './model.ts'

/** Measures of a sheet in points, shared by Word and by the paper view so that both come out alike. */
export interface PageMeasures {
  readonly widthPt: number
  readonly heightPt: number
  readonly marginTopPt: number
  readonly marginBottomPt: number
  readonly marginSidePt: number
  /** Size of running text. */
  readonly textPt: number
  /** Line height as a multiple of the size. */
  readonly leading: number
  /** Space after a paragraph. */
  readonly gapPt: number
  /** Everything else is scaled from this: 1 at normal density. */
  readonly scale: number
}

const SHEETS = {
  letter: { widthPt: 612, heightPt: 792 },
  a4: { widthPt: 595.3, heightPt: 841.9 },
} as const

const DENSITIES = {
  normal: {
    marginTopPt: 72,
    marginBottomPt: 72,
    marginSidePt: 77,
    textPt: 11,
    leading: 1.36,
    gapPt: 7,
    scale: 1,
  },
  compact: {
    marginTopPt: 54,
    marginBottomPt: 58,
    marginSidePt: 66,
    textPt: 10,
    leading: 1.27,
    gapPt: 4.5,
    scale: 0.84,
  },
  tight: {
    marginTopPt: 46,
    marginBottomPt: 52,
    marginSidePt: 58,
    textPt: 9,
    leading: 1.18,
    gapPt: 2.5,
    scale: 0.74,
  },
} as const

/** Gives the measures of a sheet for its size and density. */
export function pageMeasures(page: PageSetup): PageMeasures {
  return { ...SHEETS[page.size], ...DENSITIES[page.density] }
}

/** Shares of the text width that add up to 100 again, one for each column, whatever the model says. */
export function columnShares(columns: number, widths: readonly number[]): readonly number[] {
  const usable = widths.length === columns && widths.every((width) => Number.isFinite(width) && width > 0)
  const shares = usable ? widths : Array.from({ length: columns }, () => 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share / total) * 100)
}
