const pageRules = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'self'",
  'media-src': 'blob:',
  'frame-src': "'none'",
  'child-src': "'none'",
  'object-src': "'none'",
  'manifest-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app-worker',
} as const

// Features Chromium knows. One it does not know costs a console line, so the list holds no wishes.
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'ch-ua',
  'clipboard-read',
  'compute-pressure',
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** The policy of the page: own files only, no connection, no evaluated code, no HTML from strings. */
export const pagePolicy = toPolicy(pageRules)

/** The policy of the one worker that derives keys: it alone may compile WebAssembly, and it may not connect either. */
export const keyWorkerPolicy = toPolicy({ ...pageRules, 'script-src': "'self' 'wasm-unsafe-eval'" })

/** Headers that every answer carries beside its type and policy. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
}

function toPolicy(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
