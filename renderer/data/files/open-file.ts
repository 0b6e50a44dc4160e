import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { FilePorts, FileProblem } from './file-ports.ts'

const partBytes = 1024 * 1024

/**
 * Opens a file part by part. Each part is authentic; that the file is whole and has the fingerprint of its record is
 * known when the last part came without a problem, and a problem is the last thing that comes.
 */
export async function* openFile(
  ports: Pick<FilePorts, 'call' | 'crypto' | 'bodyOf'>,
  entry: RecordEntry<'attachment'>,
): AsyncGenerator<Result<Uint8Array, FileProblem>> {
  const body = await ports.bodyOf(entry).catch(() => undefined)
  const { storedAs: name } = entry.head
  if (!body) return yield err({ code: 'file-damaged' })
  if ('base64' in body && typeof body.base64 === 'string') return yield* inlineParts(body.base64)
  if (name === undefined || !('contentKey' in body) || typeof body.contentKey !== 'string')
    return yield err({ code: 'file-damaged' })
  const crypto = ports.crypto()
  if (!crypto) return yield err({ code: 'locked' })
  const { sha256, sizeBytes } = entry.head
  const handle = await crypto('beginOpenFile', { name, contentKey: body.contentKey, sha256, sizeBytes })
  try {
    yield* storedParts(ports.call, crypto, name, handle)
  } finally {
    // Also when whoever reads stops early; a worker that the lock ended has let go already.
    await crypto('dropFile', { handle }).catch(() => undefined)
  }
}

async function* storedParts(
  call: FilePorts['call'],
  crypto: Caller<CryptoOperations>,
  name: string,
  handle: number,
): AsyncGenerator<Result<Uint8Array, FileProblem>> {
  const read = (at: number) => call('attachments.read', { name, at, length: partBytes })
  let at = 0
  let reading = read(0)
  for (;;) {
    const part = await reading
    if (!part.ok) return yield err(readProblem(part.error))
    const { bytes, total } = part.value
    at += bytes.length
    const last = at >= total || bytes.length === 0
    if (!last) reading = read(at)
    const plain = await crypto('openFilePart', { handle, sealed: bytes, last })
    yield plain.ok ? plain : err({ code: 'file-damaged' })
    if (last || !plain.ok) return
  }
}

function* inlineParts(base64: string): Generator<Result<Uint8Array, FileProblem>> {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    for (let at = 0; at < bytes.length; at += partBytes) yield ok(bytes.slice(at, at + partBytes))
  } catch {
    yield err({ code: 'file-damaged' })
  }
}

function readProblem({ code }: { readonly code: string }): FileProblem {
  return { code: code === 'not-found' ? 'file-missing' : 'file-not-reached' }
}
