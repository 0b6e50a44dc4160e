import { app } from 'electron'
import type { WebContents } from 'electron'

/** Locks every page of the program where it is: no navigation, no window, no webview, no foreign certificate or login. */
export function guardAllContents(allowDevTools: boolean): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, allowDevTools))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
}

function guardContents(contents: WebContents, allowDevTools: boolean): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  if (!allowDevTools) contents.on('devtools-opened', () => contents.closeDevTools())
}
