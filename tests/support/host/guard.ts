import { createGuardPorts } from '#electron/guard-ports.ts'
import { systemClock } from '#electron/ports.ts'
import type { ClipboardPort, GuardPorts } from '#electron/ports.ts'
import { aFolder } from './folders.ts'
import { aLog } from './log.ts'

export interface MemoryClipboard extends ClipboardPort {
  text: string
}

/** A clipboard that is a variable. */
export function aClipboard(): MemoryClipboard {
  const clipboard: MemoryClipboard = {
    text: '',
    write: async (text) => void (clipboard.text = text),
    read: async () => clipboard.text,
    clear: async () => void (clipboard.text = ''),
  }
  return clipboard
}

/** What a host keeps watch with, on a folder of the test's own. */
export function someGuardPorts(clipboard: ClipboardPort = aClipboard()): GuardPorts {
  return createGuardPorts(aFolder(), clipboard, systemClock, aLog().log)
}
