import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** What is looked for, in every form in which a process may hold it. */
export interface Sought {
  /** How it is called where it is found; words and keys themselves are not told. */
  readonly name: string
  readonly forms: readonly Buffer[]
}

/** Something sought in the memory of a process. */
export interface MemoryHit {
  readonly pid: number
  readonly process: string
  readonly name: string
}

const partBytes = 16 * 1024 * 1024
const overlapBytes = 256

/** A text, as one-byte and as two-byte letters. */
export function textSought(name: string, text: string): Sought {
  return { name, forms: [Buffer.from(text), Buffer.from(text, 'utf16le')] }
}

/** Bytes of a key, bare and written as texts. */
export function keySought(name: string, key: Uint8Array): Sought {
  const bytes = Buffer.from(key)
  const hex = bytes.toString('hex')
  return {
    name,
    forms: [
      bytes,
      Buffer.from(hex),
      Buffer.from(hex, 'utf16le'),
      Buffer.from(bytes.toString('base64').slice(0, 42)),
    ],
  }
}

/** Looks for texts and keys in everything that processes hold in memory of their own. Linux. */
export function findInMemory(
  pids: readonly number[],
  sought: readonly Sought[],
): { readonly hits: readonly MemoryHit[]; readonly bytes: number } {
  const patterns = sought.flatMap(({ name, forms }) => forms.map((bytes) => ({ name, bytes })))
  const hits: MemoryHit[] = []
  let bytes = 0
  for (const pid of pids) {
    const found = new Set<string>()
    for (const part of memoryOf(pid)) {
      bytes += part.length
      for (const { name, bytes: pattern } of startsIn(part, patterns))
        if (part.includes(pattern)) found.add(name)
    }
    hits.push(...[...found].map((name) => ({ pid, process: roleOf(pid), name })))
  }
  return { hits, bytes }
}

/** All processes that came from this one. */
export function descendants(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  )
  const found: number[] = []
  for (let next = [pid]; next.length > 0;) {
    const known = new Set(next)
    next = [...parents].filter(([, parent]) => known.has(parent)).map(([child]) => child)
    found.push(...next)
  }
  return found
}

interface Pattern {
  readonly name: string
  readonly bytes: Buffer
}

/** Words share their beginning: one search for it tells whether looking for each is worth it. */
function startsIn(part: Buffer, patterns: readonly Pattern[]): readonly Pattern[] {
  const starts = new Set(patterns.map(({ bytes }) => bytes.subarray(0, 6).toString('latin1')))
  const there = [...starts].filter((start) => part.includes(Buffer.from(start, 'latin1')))
  return patterns.filter(({ bytes }) => there.includes(bytes.subarray(0, 6).toString('latin1')))
}

function* memoryOf(pid: number): Generator<Buffer> {
  const file = opened(`/proc/${String(pid)}/mem`)
  if (file === undefined) return
  const buffer = Buffer.alloc(partBytes + overlapBytes)
  try {
    for (const { start, end } of regionsOf(pid)) {
      for (let at = start; at < end; at += partBytes) {
        const length = Math.min(partBytes + overlapBytes, end - at)
        const read = readAt(file, buffer, length, at)
        if (read > 0) yield buffer.subarray(0, read)
      }
    }
  } finally {
    closeSync(file)
  }
}

/** Readable memory that is not a file on disk. */
function regionsOf(pid: number): readonly { readonly start: number; readonly end: number }[] {
  return readIfThere(`/proc/${String(pid)}/maps`)
    .split('\n')
    .flatMap((line) => {
      const [, start = '', end = '', kind = '', path = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/u.exec(line) ?? []
      const isOnDisk = path.startsWith('/') && !/^\/(dev\/shm|memfd)/u.test(path)
      if (!kind.startsWith('r') || isOnDisk || path.startsWith('[v')) return []
      return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }]
    })
}

function readAt(file: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(file, buffer, 0, length, at)
  } catch {
    // Reserved and never used, or gone meanwhile.
    return 0
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    // The process has ended since it was listed.
    return undefined
  }
}

function roleOf(pid: number): string {
  const line = readIfThere(`/proc/${String(pid)}/cmdline`)
  return /--type=([\w-]+)/u.exec(line)?.[1] ?? (line.includes('chrom') ? 'browser' : 'host')
}

function parentOf(pid: number): number {
  const stat = readIfThere(`/proc/${String(pid)}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
