import type { WindowEnd } from './window.ts'

/** Opens the window, and opens it anew as often as it ends for a restart. */
export async function keepOpen(open: () => Promise<{ readonly closed: Promise<WindowEnd> }>): Promise<void> {
  let end: WindowEnd
  do {
    const { closed } = await open()
    end = await closed
  } while (end === 'restart')
}
