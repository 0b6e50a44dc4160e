import { app } from 'electron'
import type { Session } from 'electron'
import { vaultOrigin } from './origin.ts'

interface Preventable {
  preventDefault(): void
}

/** Gives every session of the program nothing, also one that is made by mistake; only a print lets its own page in. */
export function hardenAllSessions(allowDevTools: boolean): void {
  app.on('session-created', (session) => hardenSession(session, allowDevTools))
}

/** Gives a session nothing: no permission, no device, no download, no dictionary, no request but its own. */
export function hardenSession(session: Session, allowDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  for (const event of [
    'select-hid-device',
    'select-serial-port',
    'select-usb-device',
    'will-download',
  ] as const) {
    // Electron types each event apart; all of them can be prevented, and that is all that is done.
    session.on(event as 'will-download', (prevented: Preventable) => prevented.preventDefault())
  }
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(`${vaultOrigin}/no-dictionary/`)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url, allowDevTools) }))
}

/** Drops what Chromium keeps beside the vault's own store; that store is never touched from here. */
export async function clearTraces(session: Session): Promise<void> {
  await Promise.all([session.clearCache(), session.clearCodeCaches({}), session.closeAllConnections()])
}

function isAllowed(url: string, allowDevTools: boolean): boolean {
  if (url.startsWith(`${vaultOrigin}/`) || url.startsWith(`blob:${vaultOrigin}/`)) return true
  return allowDevTools && url.startsWith('devtools://')
}
