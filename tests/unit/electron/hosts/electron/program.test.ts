import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from 'electron'
import { setMenu } from '#electron/hosts/electron/menu.ts'
import { createPdfPrinter } from '#electron/hosts/electron/pdf-printer.ts'
import { systemPower } from '#electron/hosts/electron/power.ts'
import { registerScheme, serveFiles } from '#electron/hosts/electron/protocol.ts'
import { createSaveDialog } from '#electron/hosts/electron/save-dialog.ts'
import { applySwitches, closeResolver } from '#electron/hosts/electron/switches.ts'
import { createSystemClipboard } from '#electron/hosts/electron/system-clipboard.ts'
import {
  FakeSession,
  FakeWindow,
  Menu,
  app,
  clipboard,
  dialog,
  powerMonitor,
  protocol,
  session,
} from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

beforeEach(() => {
  vi.clearAllMocks()
  FakeWindow.made.length = 0
})

describe('applySwitches', () => {
  it('turns the sandbox on for all, and shuts the ways to the network', () => {
    applySwitches()
    closeResolver()
    expect(app.enableSandbox).toHaveBeenCalledOnce()
    expect(app.commandLine.appendSwitch.mock.calls).toEqual(
      expect.arrayContaining([
        ['disable-background-networking'],
        ['disable-component-update'],
        ['disable-domain-reliability'],
        ['disable-http-cache'],
        ['disable-sync'],
        ['no-pings'],
        ['host-resolver-rules', 'MAP * ~NOTFOUND'],
        ['proxy-server', '127.0.0.1:9'],
        ['proxy-bypass-list', '<-loopback>'],
      ]),
    )
    expect(app.configureHostResolver).toHaveBeenCalledWith({
      enableBuiltInResolver: false,
      secureDnsMode: 'off',
    })
  })
})

describe('the app: scheme', () => {
  it('is standard, secure and fetchable, and has no other privilege', () => {
    registerScheme()
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it.each([
    ['GET', 200],
    ['POST', 404],
  ])('answers %s with %i', async (method, status) => {
    const fake = new FakeSession('persist:vault')
    const answer = (url: string) =>
      ({
        status: url === 'app://vault/' ? 200 : 404,
        headers: { 'Cache-Control': 'no-store' },
        body: new Uint8Array(0),
      }) as const
    serveFiles(fake as unknown as Session, { answer, paths: [] })
    const handler = fake.protocol.handle.mock.calls[0]?.[1] as (request: unknown) => Response
    const response = handler({ url: 'app://vault/', method })
    expect(response.status).toBe(status)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('createPdfPrinter', () => {
  it('prints in a hidden window of a session that is never on disk, and destroys it', async () => {
    const bytes = await createPdfPrinter().printToPdf('<html><head></head><body>Decision</body></html>')
    const [window] = FakeWindow.made
    const partition = String(window?.options.webPreferences['partition'])
    expect(new TextDecoder().decode(bytes)).toBe('%PDF-1.7')
    expect(partition).toMatch(/^print-[0-9a-f-]{36}$/)
    expect(window?.webContents.printToPDF).toHaveBeenCalledWith({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    expect(window?.isGone).toBe(true)
    expect(session.fromPartition(partition).protocol.unhandle).toHaveBeenCalledWith('app')
  })

  it('destroys the window when printing fails', async () => {
    const printing = createPdfPrinter().printToPdf('<html><head></head></html>')
    FakeWindow.made[0]?.webContents.printToPDF.mockRejectedValueOnce(new Error('failed'))
    await expect(printing).rejects.toThrow('failed')
    expect(FakeWindow.made[0]?.isGone).toBe(true)
  })

  it('lets the printed page ask for nothing but itself and what it carries', async () => {
    await createPdfPrinter().printToPdf('<html><head></head></html>')
    const partition = String(FakeWindow.made[0]?.options.webPreferences['partition'])
    const filter = session.fromPartition(partition).webRequest.onBeforeRequest.mock.calls[0]?.[0] as (
      details: { url: string },
      answer: (given: { cancel: boolean }) => void,
    ) => void
    const cancelled = (url: string) => {
      const answers: boolean[] = []
      filter({ url }, ({ cancel }) => answers.push(cancel))
      return answers[0]
    }
    expect(cancelled('app://print/')).toBe(false)
    expect(cancelled('data:font/woff2;base64,AAAA')).toBe(false)
    expect(cancelled('https://example.com/x.png')).toBe(true)
    expect(cancelled('app://vault/')).toBe(true)
  })
})

describe('createSaveDialog', () => {
  const save = createSaveDialog(() => undefined)

  it('proposes the name in Documents, and keeps the file out of the list of recent ones', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({
      canceled: false,
      filePath: '/home/rowan/Desktop/Mine.docx',
    })
    expect(await save.chooseExportPath('Decision.docx', 'docx')).toBe('/home/rowan/Desktop/Mine.docx')
    expect(dialog.showSaveDialog.mock.calls[0]?.[0]).toMatchObject({
      defaultPath: expect.stringMatching(/Documents[\\/]Decision\.docx$/),
      properties: expect.arrayContaining(['dontAddToRecent', 'showOverwriteConfirmation']),
    })
  })

  it('adds the ending that the user left out', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/tmp/Mine' })
    expect(await save.chooseExportPath('Decision.pdf', 'pdf')).toBe('/tmp/Mine.pdf')
  })

  it('gives the copy of a file the ending of its kind, whatever else was typed', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/tmp/Mine.exe' })
    expect(await save.chooseCopyPath('File 2026-10-09.pdf', 'pdf')).toBe('/tmp/Mine.exe.pdf')
  })

  it('gives null when the user cancels', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
    expect(await save.chooseExportPath('Decision.pdf', 'pdf')).toBeNull()
  })
})

describe('systemPower', () => {
  it.each([
    ['suspend', 'suspend'],
    ['lock-screen', 'screen-locked'],
    ['user-did-resign-active', 'user-switched'],
    ['shutdown', 'shutdown'],
  ])('tells of %s as %s', (event, reason) => {
    const listener = vi.fn()
    systemPower.onAway(listener)
    powerMonitor.emit(event)
    expect(listener).toHaveBeenCalledWith(reason)
    powerMonitor.removeAllListeners()
  })
})

describe('createSystemClipboard', () => {
  it.each([
    ['win32', 'ExcludeClipboardContentFromMonitorProcessing'],
    ['darwin', 'org.nspasteboard.ConcealedType'],
    ['linux', 'x-kde-passwordManagerHint'],
  ] as const)('copies on %s with the mark %s beside the text', async (system, mark) => {
    const port = createSystemClipboard(system)
    await port.write('12 Mill Lane')
    const formats = Object.keys(clipboard.items[0]?.formats ?? {})
    expect(formats).toContain('text/plain')
    expect(formats).toContain(`electron application/osclipboard;format="${mark}"`)
    expect(await port.read()).toBe('12 Mill Lane')
    await port.clear()
    expect(clipboard.items).toEqual([])
  })
})

describe('setMenu', () => {
  it('has none on Windows and Linux, and only standard roles on macOS', () => {
    setMenu('linux')
    expect(Menu.setApplicationMenu).toHaveBeenLastCalledWith(null)
    setMenu('darwin')
    expect(Menu.buildFromTemplate).toHaveBeenCalledWith([
      { role: 'appMenu' },
      { role: 'editMenu' },
      { role: 'windowMenu' },
    ])
  })
})
