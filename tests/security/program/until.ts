import { setTimeout as after } from 'node:timers/promises'

/** Waits until something holds, three seconds at most; tells whether it does. Not vitest's: this runs outside of it. */
export async function until(holds: () => boolean): Promise<boolean> {
  const end = Date.now() + 3_000
  while (!holds() && Date.now() < end) await after(5)
  return holds()
}
