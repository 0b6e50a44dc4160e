/** Where a block is set. */
export interface WordPlace {
  /** Width between the margins. */
  readonly textWidthPt: number
  /** True before a signature: the end of the block moves with it, so that no page holds a signature alone. */
  readonly keepsWithNext: boolean
}
