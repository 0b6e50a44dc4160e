import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { commonHeaders, keyWorkerPolicy, pagePolicy } from './policy.ts'

/** One answer to the page: 200 with a file of the build, or 404 with nothing. */
export interface FileAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

export interface RendererFiles {
  /** The answer to an address as the browser sent it. */
  answer(url: string): FileAnswer
  readonly paths: readonly string[]
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

const KEY_WORKER = /kdf-worker[^/]*\.js$/

/**
 * Reads the built page once and answers from memory afterwards.
 *
 * An address is looked up as it stands in a fixed list, never turned into a path: what was not built
 * is not there, however the address is written. Queries are refused, fragments ignored.
 */
export function loadRendererFiles(folder: string, origin: string): RendererFiles {
  const answers = new Map(listFiles(folder).map((path) => [path, fileAnswer(folder, path)]))
  const missing = { status: 404, headers: headersFor('.txt', pagePolicy), body: new Uint8Array(0) } as const
  return {
    paths: [...answers.keys()],
    answer: (url) => answers.get(pathOf(url, origin) ?? '') ?? missing,
  }
}

function pathOf(url: string, origin: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined
  const [path = ''] = url.slice(origin.length).split('#')
  return path === '/' ? '/index.html' : path
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && contentTypes[extname(entry.name)] !== undefined)
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.split(sep).join('/'))
    .sort()
}

function fileAnswer(folder: string, path: string): FileAnswer {
  const policy = KEY_WORKER.test(path) ? keyWorkerPolicy : pagePolicy
  return {
    status: 200,
    headers: headersFor(extname(path), policy),
    body: new Uint8Array(readFileSync(join(folder, path))),
  }
}

function headersFor(extension: string, policy: string): Readonly<Record<string, string>> {
  const type = contentTypes[extension] ?? 'application/octet-stream'
  return { 'Content-Type': type, 'Content-Security-Policy': policy, ...commonHeaders }
}
