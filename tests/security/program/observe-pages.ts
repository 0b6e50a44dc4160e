import { createPdfPrinter } from '#electron/hosts/electron/pdf-printer.ts'
import { FakeContents, FakeWindow, app, session } from '#tests/support/host/fake-electron.ts'
import type { FakeSession } from '#tests/support/host/fake-electron.ts'
import { outsideUrls, permissions } from './attempts.ts'
import type { ContentsFacts, SessionFacts, WindowFacts } from './observation.ts'

const contentsEvents = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'select-bluetooth-device',
]
const sessionEvents = ['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device']

/** How a window was made, and whether a page can change its title. */
export function windowFacts(window: FakeWindow): WindowFacts {
  const { title, webPreferences } = window.options
  return {
    title: String(title ?? ''),
    titleCanChange: !isPrevented(window, 'page-title-updated'),
    contentProtection: window.contentProtection,
    webPreferences: JSON.parse(JSON.stringify(webPreferences)) as Record<string, unknown>,
  }
}

/** Every page of the program as it is guarded: the vault's, the one that prints, and one made in another way. */
export async function observeContents(): Promise<{
  readonly contents: readonly ContentsFacts[]
  readonly printWindow: WindowFacts
  readonly certificateTrusted: boolean
}> {
  const before = FakeWindow.made.length
  await createPdfPrinter().printToPdf('<html><head></head><body></body></html>')
  const printing = FakeWindow.made[before]
  const [vault] = FakeWindow.made
  if (!vault || !printing) throw new Error('A window is missing')
  const stray = new FakeContents()
  app.emit('web-contents-created', {}, stray)
  return {
    printWindow: windowFacts(printing),
    contents: [
      contentsFacts('the vault', vault.webContents),
      contentsFacts('the print', printing.webContents),
      contentsFacts('any other', stray),
    ],
    certificateTrusted: isCertificateTrusted(),
  }
}

function contentsFacts(name: string, contents: FakeContents): ContentsFacts {
  const allowed = contentsEvents.filter((event) => !isPrevented(contents, event))
  contents.emit('devtools-opened')
  return {
    name,
    allowed,
    windowOpen: contents.openHandler?.(),
    webRtcPolicy: contents.setWebRTCIPHandlingPolicy.mock.calls[0]?.[0],
    devToolsStay: contents.closeDevTools.mock.calls.length === 0,
  }
}

/** Every session that was ever made: the vault's, the print's, and one that nobody thought of. */
export function observeSessions(): readonly SessionFacts[] {
  const stray = session.fromPartition('stray')
  const made = [session.fromPartition('persist:vault'), stray, ...printSessions()]
  return made.map(sessionFacts)
}

function printSessions(): readonly FakeSession[] {
  const partitions = FakeWindow.made.map(({ options }) => String(options.webPreferences['partition']))
  const printing = partitions.find((partition) => partition.startsWith('print-'))
  return printing === undefined ? [] : [session.fromPartition(printing)]
}

function sessionFacts(fake: FakeSession): SessionFacts {
  return {
    partition: fake.partition.replace(/^print-.*/, 'print'),
    given: permissions.filter((permission) => isGiven(fake, permission)),
    devices: last(fake.setDevicePermissionHandler)({}) === true,
    displayMedia: fake.setDisplayMediaRequestHandler.mock.calls.at(-1)?.[0],
    allowed: sessionEvents.filter((event) => !isPrevented(fake, event)),
    spellChecker: [
      fake.setSpellCheckerEnabled.mock.calls.at(-1)?.[0],
      fake.setSpellCheckerLanguages.mock.calls.at(-1)?.[0],
      fake.setSpellCheckerDictionaryDownloadURL.mock.calls.at(-1)?.[0],
    ],
    requests: outsideUrls.filter((url) => !isCancelled(fake, url)),
  }
}

function isGiven(fake: FakeSession, permission: string): boolean {
  const answers: unknown[] = []
  last(fake.setPermissionRequestHandler)({}, permission, (given: unknown) => answers.push(given))
  const checked = last(fake.setPermissionCheckHandler)({}, permission)
  return answers.length !== 1 || answers[0] !== false || checked !== false
}

function isCancelled(fake: FakeSession, url: string): boolean {
  let cancel: unknown
  last(fake.webRequest.onBeforeRequest)({ url }, (answer: { cancel?: boolean }) => (cancel = answer.cancel))
  return cancel === true
}

// Setters such as these keep the last handler only; without any, nothing is refused.
function last(setter: { readonly mock: { readonly calls: unknown[][] } }): (...args: unknown[]) => unknown {
  const handler = setter.mock.calls.at(-1)?.[0]
  // Each of them takes a function.
  return typeof handler === 'function' ? (handler as (...args: unknown[]) => unknown) : () => true
}

function isPrevented(emitter: { emit(event: string, ...args: unknown[]): boolean }, event: string): boolean {
  let prevented = false
  emitter.emit(event, { preventDefault: () => (prevented = true) }, [], () => undefined)
  return prevented
}

function isCertificateTrusted(): boolean {
  let trusted: unknown = true
  const event = { preventDefault: () => undefined }
  app.emit('certificate-error', event, {}, 'https://x', 'e', {}, (answer: unknown) => (trusted = answer))
  return trusted !== false
}
