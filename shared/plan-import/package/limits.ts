/** The bounds inside which a file is opened at all: far beyond any parenting plan, far below what hurts the computer. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  /** The XML parts are held as a tree while they are read, so they get a tighter bound than the whole. */
  partBytes: 32 * 1024 * 1024,
  entries: 4096,
  /** Real documents reach about 60:1; deflate's own ceiling is 1032:1. Small entries are exempt. */
  ratio: 200,
  ratioExemptBytes: 8 * 1024 * 1024,
  depth: 256,
  /**
   * Each takes about three quarters of a kilobyte while a file is read. A worker that reaches the engine's own limit of about
   * 4 GB takes the whole page with it, so this stays far below; 3,000 clauses have about 60,000.
   */
  elements: 500_000,
} as const
