import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Proof, ProofRun } from '../proof.ts'
import { commonHeaders, keyWorkerPolicy, pagePolicy } from '#electron/services/renderer-files/policy.ts'
import { loadRendererFiles } from '#electron/services/renderer-files/renderer-files.ts'
import type { FileAnswer } from '#electron/services/renderer-files/renderer-files.ts'
import { hostileAddress } from '#tests/support/proof/hostile-addresses.ts'

const origin = 'app://vault'
const secret = 'words that must stay outside'

type Answer = (url: string) => FileAnswer

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

/** Thousands of addresses against the handler that serves the program's own files. */
export const proof: Proof = {
  id: 'X5',
  title: 'The app: handler gives built files only, whole and with every header',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  async run(run) {
    const build = makeBuild(run)
    return tryAddresses(run, build.folder, loadRendererFiles(build.folder, origin).answer)
  },
  control: {
    what: 'The handler decodes the address and joins it to the folder, as many programs do.',
    async sabotage(run) {
      const { folder } = makeBuild(run)
      await tryAddresses(run, folder, (url) => joinedAnswer(folder, url))
    },
  },
}

async function tryAddresses(run: ProofRun, folder: string, answer: Answer): Promise<number> {
  const count = run.scale({ sample: 1_000, ci: 5_000, full: 50_000 })
  const built = loadRendererFiles(folder, origin).paths
  const known = new Set([...built.map((path) => origin + path), `${origin}/`])
  for (let each = 0; each < count; each += 1) {
    const url = hostileAddress(run.random, origin, built)
    check(run, url, answer(url), folder, known)
  }
  for (const url of known) check(run, url, answer(url), folder, known)
  return count + known.size
}

function check(
  run: ProofRun,
  url: string,
  { status, headers, body }: FileAnswer,
  folder: string,
  known: ReadonlySet<string>,
): void {
  const [place = ''] = url.split('#')
  const text = Buffer.from(body).toString('latin1')
  if (text.includes(secret)) run.fail(`${JSON.stringify(url)} gives what lies outside`)
  if ((status === 200) !== known.has(place))
    run.fail(`${JSON.stringify(url)} is answered with ${String(status)}`)
  if (status !== 200 && body.length > 0) run.fail(`${JSON.stringify(url)} is refused with words`)
  const missing = Object.entries(commonHeaders).filter(([name, value]) => headers[name] !== value)
  if (missing.length > 0) run.fail(`${JSON.stringify(url)} lacks ${missing.map(([name]) => name).join()}`)
  if (status !== 200 || !known.has(place)) return
  const path = place === `${origin}/` ? '/index.html' : place.slice(origin.length)
  if (readFileSync(join(folder, path)).compare(Buffer.from(body)) !== 0) run.fail(`${path} is not whole`)
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? []
  if (headers['Content-Type'] !== types[ending]) run.fail(`${path} comes as ${headers['Content-Type'] ?? ''}`)
  const policy = path.includes('kdf-worker') ? keyWorkerPolicy : pagePolicy
  if (headers['Content-Security-Policy'] !== policy) run.fail(`${path} has another policy`)
}

function makeBuild(run: ProofRun): { readonly folder: string } {
  const folder = join(run.folder, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const name of ['secret.txt', 'index.html', 'main.js']) writeFileSync(join(run.folder, name), secret)
  writeFileSync(join(folder, 'assets/.env'), secret)
  writeFileSync(join(folder, 'assets/vault.cv'), secret)
  const files = {
    'index.html': '<!doctype html>',
    'assets/index-a1.js': 'page',
    'assets/kdf-worker-b2.js': 'worker',
    'assets/start-c3.css': 'b{}',
    'assets/face.woff2': 'face',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return { folder }
}

function joinedAnswer(folder: string, url: string): FileAnswer {
  try {
    const path = decodeURIComponent(url.replace(/^[a-z]+:\/\/[^/]*/i, '').split('?')[0] ?? '')
    const [, ending = ''] = /\.(\w+)$/.exec(path) ?? []
    const headers = {
      ...commonHeaders,
      'Content-Type': types[ending] ?? '',
      'Content-Security-Policy': pagePolicy,
    }
    return { status: 200, headers, body: new Uint8Array(readFileSync(join(folder, path))) }
  } catch {
    return { status: 404, headers: { ...commonHeaders }, body: new Uint8Array(0) }
  }
}
