import { createGuardPorts } from '#electron/guard-ports.ts'
import { systemClock } from '#electron/ports.ts'
import type { ClipboardPort, GuardPorts } from '#electron/ports.ts'
import { aFolder } from './folders.ts'
import { memoryClipboard } from './memory-clipboard.ts'
import { aLog } from './log.ts'

/** What a host keeps watch with, on a folder of the test's own. */
export function someGuardPorts(clipboard: ClipboardPort = memoryClipboard()): GuardPorts {
  return createGuardPorts(aFolder(), clipboard, systemClock, aLog().log)
}
