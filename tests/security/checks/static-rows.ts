import type { SecurityCheck } from '../check.ts'
import { occurrences } from '../sources.ts'

/** A row that says: the product does not contain this. */
function never(row: string, title: string, pattern: RegExp, except?: RegExp): SecurityCheck {
  return {
    row,
    title,
    how: `Every source of the product was searched for ${pattern.source.slice(0, 90)}`,
    kind: 'S',
    proof: 'E1',
    find: ({ sources }) => occurrences(sources, pattern, except),
  }
}

/** Things that must not be in the product at all. */
export const staticRows: readonly SecurityCheck[] = [
  never(
    'HTML from text',
    'No HTML is made from text',
    /dangerouslySetInnerHTML|\.(innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write/g,
  ),
  never('code from text', 'No code is made from text', /\beval\(|new Function\(|setTimeout\(\s*['"`]/g),
  never(
    'frames',
    'No frame, embed or object',
    /<(iframe|embed|webview|frameset)\b|createElement\(\s*['"](iframe|embed|object|frame)/g,
  ),
  never('service worker', 'No service worker', /serviceWorker\.register|allowServiceWorkers/g),
  never('crash reports', 'No crash reporter', /crashReporter/g),
  never('key store', 'No keys in the store of the system', /safeStorage/g),
  never('updates', 'Nothing looks for updates', /autoUpdater|electron-updater/g),
  never(
    'system integration',
    'No link scheme, login item, tray, or file type',
    /setAsDefaultProtocolClient|setLoginItemSettings|new Tray\(|setJumpList/g,
  ),
  never('notifications', 'No notification', /new Notification\(|Notification\.requestPermission/g),
  never(
    'storage wipe',
    'Nothing could wipe the vault’s store',
    /clearStorageData|deleteDatabase\(/g,
    /^renderer\/data\/(store|session)\/|^renderer\/data\/backup\/rehearse\.ts$/,
  ),
  never('temporary folder', 'Nothing in temporary folders', /getPath\(\s*['"]temp|os\.tmpdir|\btmpdir\(/g),
  never(
    'sockets',
    'No socket and no request from the program',
    /from ['"]node:(net|tls|dgram|http|https|http2|dns)['"]|\bfetch\(|XMLHttpRequest|new WebSocket\(|EventSource\(|sendBeacon/g,
    // Takes these names away from the workers.
    /^renderer\/host\/without-network\.ts$/,
  ),
  never(
    'shells',
    'No program is started but the clipboard’s and the browser',
    /from ['"]node:child_process['"]/g,
    /^electron\/hosts\/chromium\/system-clipboard\.ts$/,
  ),
  never('remote', 'No remote module and no extension', /@electron\/remote|loadExtension|enableRemoteModule/g),
]
