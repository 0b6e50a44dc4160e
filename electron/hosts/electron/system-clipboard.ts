import { ClipboardItem, clipboard } from 'electron'
import type { ClipboardPort } from '../../ports.ts'

/**
 * Marks by which programs that keep a history of the clipboard know what to leave out: Windows (its own history, its
 * cloud copy and other watchers), macOS (a custom of password managers) and KDE.
 */
const marks: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>>> = {
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: '\0\0\0\0',
    CanIncludeInClipboardHistory: '\0\0\0\0',
    CanUploadToCloudClipboard: '\0\0\0\0',
  },
  darwin: { 'org.nspasteboard.ConcealedType': '1', 'org.nspasteboard.TransientType': '1' },
  linux: { 'x-kde-passwordManagerHint': 'secret' },
}

/** The clipboard of the system, with the mark that keeps a text out of its history where there is one. */
export function createSystemClipboard(system: NodeJS.Platform): ClipboardPort {
  return {
    write: (text) => clipboard.write([new ClipboardItem({ 'text/plain': text, ...markedFormats(system) })]),
    read: () => clipboard.readText(),
    clear: async () => clipboard.clear(),
  }
}

function markedFormats(system: NodeJS.Platform): Readonly<Record<string, string>> {
  const entries = Object.entries(marks[system] ?? {})
  return Object.fromEntries(
    entries.map(([name, value]) => [`electron application/osclipboard;format="${name}"`, value]),
  )
}
