import type { ClipboardPort } from '#electron/ports.ts'

export interface MemoryClipboard extends ClipboardPort {
  text: string
}

/** A clipboard that is a variable. */
export function memoryClipboard(): MemoryClipboard {
  const clipboard: MemoryClipboard = {
    text: '',
    write: async (text) => void (clipboard.text = text),
    read: async () => clipboard.text,
    clear: async () => void (clipboard.text = ''),
  }
  return clipboard
}
