type Random = () => number

const up = [
  '../',
  '..\\',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%2f',
  '..%5c',
  '%252e%252e%252f',
  '..;/',
  '.../',
  './/',
  '%c0%ae%c0%ae/',
]
const targets = [
  'secret.txt',
  'main.js',
  'index.html',
  'etc/passwd',
  'assets/.env',
  'assets/vault.cv',
  'package.json',
]
const others = [
  'other',
  'vault.example',
  'VAULT',
  'vault:80',
  'user@vault',
  'vault@example.com',
  '',
  '127.0.0.1',
  '[::1]',
  'vault%00',
]
const schemes = ['file', 'http', 'https', 'APP', 'app+x', 'data', 'blob:app', 'chrome', 'view-source:app']
const endings = [
  '\0',
  '%00',
  '%00.js',
  '?x=1',
  '?',
  '/',
  '//',
  '.',
  '%20',
  ' ',
  '::$DATA',
  '~1',
  '.bak',
  ';a=b',
  '\u202E',
  '%',
  '%zz',
  '#',
]

/** An address that tries to get out of the build, or to get a file under a name that is not its own. */
export function hostileAddress(random: Random, origin: string, built: readonly string[]): string {
  const any = <T>(from: readonly T[]): T => from[Math.trunc(random() * from.length)] as T // Never empty.
  const path = any(built)
  const climbs = any(up).repeat(1 + Math.trunc(random() * 12))
  const ways: readonly (() => string)[] = [
    () => `${origin}/${climbs}${any(targets)}`,
    () => `${origin}/assets/${climbs}${any(targets)}`,
    () => `${origin}${path}/${climbs}${any(targets)}`,
    () => `${origin}/${any(targets)}`,
    () => origin + path + any(endings),
    () => origin + mixCase(random, path),
    () => origin + encodeSome(random, path),
    () => `${origin}//${path}`,
    () => `${origin}/./${path.slice(1)}`,
    () => `${origin}\\${path.slice(1)}`,
    () => origin.slice(0, -5) + any(others) + path,
    () => `${any(schemes)}:${'/'.repeat(Math.trunc(random() * 4))}vault${path}`,
    () =>
      `${origin}/${any(['\\\\server\\share', '//server/share', 'C:\\x', 'C:/x', '/dev/zero', '/proc/self/environ'])}`,
    () => `${origin}/${'a'.repeat(Math.trunc(random() * 100_000))}`,
    () => `${origin}${path}${'/'.repeat(Math.trunc(random() * 2_000))}`,
    () => `${origin}/${noise(random)}`,
    () => `${origin}${path}#${noise(random)}`,
    () => noise(random),
    () => any(['__proto__', 'constructor', 'hasOwnProperty', 'toString']).replace(/^/, `${origin}/`),
  ]
  return any(ways)()
}

function mixCase(random: Random, text: string): string {
  return [...text].map((letter) => (random() < 0.5 ? letter.toUpperCase() : letter)).join('')
}

function encodeSome(random: Random, text: string): string {
  return [...text]
    .map((letter) => (random() < 0.3 ? `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}` : letter))
    .join('')
}

function noise(random: Random): string {
  const length = Math.trunc(random() * 60)
  return Array.from({ length }, () => String.fromCharCode(Math.trunc(random() * 0x3000))).join('')
}
