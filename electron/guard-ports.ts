import type { LockSteps } from './lock-in-order.ts'
import { createLockState } from './lock-state.ts'
import type { ClipboardPort, Clock, GuardPorts } from './ports.ts'
import { createAttempts } from './services/attempts/attempts.ts'
import { createClipboardKeeper } from './services/clipboard/clipboard-keeper.ts'
import type { Log } from './services/log/log.ts'
import { createWorkInHand } from './services/work-in-hand.ts'

/** Makes what both hosts keep watch with: the clipboard's keeper, wrong attempts, the work in hand, the state of the lock. */
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
    lockState: createLockState(),
  }
}

/** What the lock does with them. */
export function lockStepsOf({ work, lockState, clipboard }: GuardPorts): LockSteps {
  return {
    stopWork: () => work.stop(),
    shutDoor: () => lockState.set(false),
    clearClipboard: () => clipboard.clear(),
  }
}
