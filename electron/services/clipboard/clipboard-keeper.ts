import { createHash } from 'node:crypto'
import type { ClipboardPort } from '../../ports.ts'
import type { Log } from '../log/log.ts'

/** How long a confidential text may lie in the clipboard. */
export const keptForMs = 30_000

/** Copies confidential texts and takes them back in time. */
export interface ClipboardKeeper {
  /** Copies a text; answers whether the clipboard took it. */
  copy(text: string): Promise<boolean>
  /** Empties the clipboard if our text is still in it; never touches what somebody copied since. */
  clear(): Promise<void>
}

/**
 * Keeps watch over what the program put into the clipboard: gone after half a minute, at the lock and at the end.
 * Only a fingerprint of the text is remembered, so that it does not stay in the memory of this process.
 */
export function createClipboardKeeper(port: ClipboardPort, log: Log): ClipboardKeeper {
  let ours: string | undefined
  let timer: NodeJS.Timeout | undefined

  const clear = async (): Promise<void> => {
    clearTimeout(timer)
    const expected = ours
    ours = undefined
    if (expected === undefined) return
    try {
      if (fingerprint(await port.read()) === expected) await port.clear()
    } catch (thrown) {
      log.warn('clipboard-not-cleared', { cause: thrown instanceof Error ? thrown.name : 'not-an-error' })
    }
  }

  return {
    clear,
    async copy(text) {
      clearTimeout(timer)
      try {
        await port.write(text)
      } catch (thrown) {
        log.warn('clipboard-refused', { cause: thrown instanceof Error ? thrown.name : 'not-an-error' })
        return false
      }
      ours = fingerprint(text)
      timer = setTimeout(() => void clear(), keptForMs)
      timer.unref()
      return true
    },
  }
}

// Some systems turn line ends or add one at the end when they hand a text back.
function fingerprint(text: string): string {
  return createHash('sha256').update(text.replace(/\r\n?/g, '\n').trimEnd()).digest('hex')
}
