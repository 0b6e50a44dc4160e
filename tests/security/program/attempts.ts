/** Every permission that Electron names, with names that it does not. */
export const permissions: readonly string[] = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
  'a-permission-of-tomorrow',
  '',
  '__proto__',
]

const hosts = [
  'example.com',
  '127.0.0.1',
  'localhost',
  '[::1]',
  '192.168.0.1',
  'vault',
  'xn--vault-9za.example',
]
const schemes = ['http', 'https', 'ws', 'wss', 'ftp', 'file', 'devtools', 'chrome', 'chrome-extension', 'app']
const paths = ['/', '/x.png', '/../../etc/passwd', '/?q=1', '/#f']

/** Two hundred and more places outside the program, for requests and for navigation. */
export const outsideUrls: readonly string[] = [
  ...schemes.flatMap((scheme) => hosts.flatMap((host) => paths.map((path) => `${scheme}://${host}${path}`))),
  'about:blank',
  'about:srcdoc',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'mailto:someone@example.com',
  'tel:+15550101',
  'blob:https://example.com/1',
  'view-source:https://example.com/',
  'filesystem:https://example.com/temporary/x',
  '\\\\server\\share\\x',
  '//example.com/x',
  'app:vault',
  'app:///etc/passwd',
  '',
].filter((url) => !url.startsWith('app://vault/'))

/** Senders that are not the vault's page, beside the one that is. */
export function senderEvents(windowId: number, mainFrame: object): Readonly<Record<string, unknown>> {
  const own = { id: windowId, mainFrame }
  const frame = { origin: 'app://vault', detached: false }
  return {
    own: { senderFrame: mainFrame, sender: own },
    'a frame inside the page': { senderFrame: frame, sender: own },
    'another window': { senderFrame: mainFrame, sender: { id: windowId + 1000, mainFrame } },
    'a window that is gone': { senderFrame: null, sender: own },
    'a detached frame': { senderFrame: { ...mainFrame, detached: true }, sender: own },
    'another origin': withOrigin(own, 'https://example.com'),
    'an origin that begins like ours': withOrigin(own, 'app://vault.example'),
    'about:blank': withOrigin(own, 'null'),
    'a file': withOrigin(own, 'file://'),
    'developer tools': withOrigin(own, 'devtools://devtools'),
  }
}

function withOrigin(own: { readonly id: number }, origin: string): unknown {
  const frame = { origin, detached: false }
  return { senderFrame: frame, sender: { id: own.id, mainFrame: frame } }
}
