import type { Page } from 'playwright-core'

/** What a page must not be able to do under its policy, each as code that works where nothing forbids it. */
export const policyTries: Readonly<Record<string, string>> = {
  eval: `(0, eval)('1')`,
  'new Function': `new Function('return 1')()`,
  'a timer from text': `await new Promise((go, no) => { globalThis.tried = false; setTimeout('globalThis.tried = true'); setTimeout(() => globalThis.tried ? go() : no(new Error('blocked')), 60) })`,
  innerHTML: `document.createElement('div').innerHTML = '<b>x</b>'`,
  outerHTML: `document.body.appendChild(document.createElement('div')).outerHTML = '<b>x</b>'`,
  insertAdjacentHTML: `document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`,
  'document.write': `document.write('<b>x</b>')`,
  DOMParser: `new DOMParser().parseFromString('<b>x</b>', 'text/html')`,
  'a range from text': `document.createRange().createContextualFragment('<b>x</b>')`,
  'the address of a script': `document.createElement('script').src = '/x.js'`,
  'the text of a script': `document.createElement('script').text = '1'`,
  'a worker of its own': `new Worker('/x.js')`,
  'a worker from a blob': `new Worker(URL.createObjectURL(new Blob(['1'])))`,
  'another Trusted Types policy': `trustedTypes.createPolicy('other', { createHTML: (x) => x })`,
  WebAssembly: `new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))`,
  'fetch of another place': `await fetch('https://example.com/')`,
  'fetch of its own files': `await fetch('/index.html')`,
  XMLHttpRequest: `await new Promise((go, no) => { const x = new XMLHttpRequest(); x.onload = go; x.onerror = no; x.open('GET', 'https://example.com/'); x.send() })`,
  'a socket': `await new Promise((go, no) => Object.assign(new WebSocket('wss://example.com'), { onopen: go, onerror: no }))`,
  'an event stream': `await new Promise((go, no) => Object.assign(new EventSource('https://example.com'), { onopen: go, onerror: no }))`,
  'a picture from outside': `await new Promise((go, no) => Object.assign(new Image(), { onload: go, onerror: no, src: 'https://example.com/x.png' }))`,
  'a font from outside': `await new FontFace('x', 'url(https://example.com/x.woff2)').load()`,
  'a font from data': `await new FontFace('x', 'url(data:font/woff2;base64,AAAA)').load()`,
  'a style from text': `{ const s = document.createElement('style'); s.textContent = 'body { outline-color: rgb(1, 2, 3) }'; document.head.append(s); if (getComputedStyle(document.body).outlineColor !== 'rgb(1, 2, 3)') throw new Error('blocked') }`,
  'a style attribute': `{ const d = document.createElement('div'); d.setAttribute('style', 'outline-color: rgb(1, 2, 3)'); document.body.append(d); if (getComputedStyle(d).outlineColor !== 'rgb(1, 2, 3)') throw new Error('blocked') }`,
  'a script in the page': `await new Promise((go, no) => { const s = document.createElement('script'); globalThis.ran = false; s.append('globalThis.ran = true'); document.head.append(s); setTimeout(() => globalThis.ran ? go() : no(new Error('blocked')), 60) })`,
  'a frame with content': `await new Promise((go, no) => { const f = document.createElement('iframe'); f.src = '/index.html'; f.onload = () => f.contentDocument?.querySelector('#root') ? go() : no(new Error('blocked')); document.body.append(f); setTimeout(no, 1500) })`,
  'a form': `await new Promise((go, no) => { const f = document.createElement('form'); f.action = 'https://example.com/'; document.addEventListener('securitypolicyviolation', no, { once: true }); document.body.append(f); f.submit(); setTimeout(go, 300) })`,
  'another base': `{ const b = document.createElement('base'); b.href = 'https://example.com/'; document.head.append(b); if (!document.baseURI.startsWith('https://example.com')) throw new Error('blocked') }`,
  'an object': `await new Promise((go, no) => { const o = document.createElement('object'); o.data = '/index.html'; o.onload = go; o.onerror = no; document.body.append(o); setTimeout(no, 1500) })`,
  RTCPeerConnection: `new RTCPeerConnection()`,
  'RTCPeerConnection by its old name': `new webkitRTCPeerConnection()`,
  WebTransport: `new WebTransport('https://example.com/')`,
  'a service worker': `await navigator.serviceWorker.register('/sw.js'); if ((await navigator.serviceWorker.getRegistrations()).length === 0) throw new Error('blocked')`,
  'the camera': `await navigator.mediaDevices.getUserMedia({ video: true })`,
  'the microphone': `await navigator.mediaDevices.getUserMedia({ audio: true })`,
  'the screen': `await navigator.mediaDevices.getDisplayMedia()`,
  'the place': `await new Promise((go, no) => navigator.geolocation.getCurrentPosition(go, no))`,
  'reading the clipboard': `await navigator.clipboard.readText()`,
  'a USB device': `await navigator.usb.requestDevice({ filters: [] })`,
  'a serial port': `await navigator.serial.requestPort()`,
  'a HID device': `await navigator.hid.requestDevice({ filters: [] })`,
  MIDI: `await navigator.requestMIDIAccess()`,
  'a payment': `await new PaymentRequest([{ supportedMethods: 'https://example.com/pay' }], { total: { label: 'x', amount: { currency: 'CAD', value: '1' } } }).show()`,
  'a notification': `if (await Notification.requestPermission() !== 'granted') throw new Error('denied')`,
  'local fonts': `await queryLocalFonts()`,
  fullscreen: `await document.documentElement.requestFullscreen()`,
  Node: `require('fs')`,
  'the process': `process.versions.electron`,
}

/** Names of what worked and must not have; each is run in a timer, where an evaluated script has no more rights than the page. */
export async function whatWorks(page: Page, tries: readonly string[]): Promise<readonly string[]> {
  const worked: string[] = []
  for (const name of tries) {
    if (await works(page, policyTries[name] ?? '')) worked.push(name)
  }
  return worked
}

// The code comes as a function of the page's own world: what a tool evaluates may use eval, so it runs in a timer.
async function works(page: Page, code: string): Promise<boolean> {
  const script = `new Promise((answer) => setTimeout(async () => { try { ${code}; answer(true) } catch { answer(false) } }))`
  return (await page.evaluate(script)) === true
}
