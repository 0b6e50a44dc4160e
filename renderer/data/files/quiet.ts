/** So long after the last key, click or movement the person counts as pausing. */
const pauseMs = 2_000

/** Tells when the person at this page pauses, so that what is in no hurry can wait for that. */
export interface Quiet {
  /** Resolves at the next pause; undefined while there is one. */
  whenQuiet(): Promise<void> | undefined
}

/** Watches a page. `now` in milliseconds, `after` waits so many. */
export function watchForQuiet(
  page: Pick<Window, 'addEventListener'>,
  now: () => number,
  after: (ms: number) => Promise<void>,
): Quiet {
  let last = Number.NEGATIVE_INFINITY
  const note = () => (last = now())
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const) {
    page.addEventListener(kind, note, { capture: true, passive: true })
  }
  const isQuiet = () => now() - last >= pauseMs
  const wait = async () => {
    while (!isQuiet()) await after(Math.max(50, pauseMs - (now() - last)))
  }
  return { whenQuiet: () => (isQuiet() ? undefined : wait()) }
}
