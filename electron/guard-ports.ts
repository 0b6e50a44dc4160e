import type { ClipboardPort, Clock, GuardPorts } from './ports.ts'
import { createAttempts } from './services/attempts/attempts.ts'
import { createClipboardKeeper } from './services/clipboard/clipboard-keeper.ts'
import type { Log } from './services/log/log.ts'
import { createWorkInHand } from './services/work-in-hand.ts'

/** Makes what both hosts keep watch with: the clipboard's keeper, the count of wrong attempts, the work in hand. */
export function createGuardPorts(
  dataFolder: string,
  clipboard: ClipboardPort,
  clock: Clock,
  log: Log,
): GuardPorts {
  return {
    attempts: createAttempts(dataFolder, clock),
    clipboard: createClipboardKeeper(clipboard, log),
    work: createWorkInHand(),
  }
}
