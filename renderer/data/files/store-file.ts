import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { FileType } from '#shared/domain/attachment/file-type.ts'
import { sealedStreamBytes } from '#shared/vault/stream.ts'
import type { SealedFile } from '../workers/crypto-files.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { FilePorts, FileProblem, Following } from './file-ports.ts'

/** A file that the host keeps; no record speaks of it yet. */
export interface StoredFile extends SealedFile {
  readonly name: string
  readonly type: FileType
}

/**
 * Seals a file in the crypto worker and hands it to the host, a part at a time: while one part is written the next is
 * sealed, and no more than two are in memory. Whatever goes wrong, and when it is stopped, nothing of it stays.
 */
export async function storeFile(
  { call }: Pick<FilePorts, 'call'>,
  crypto: Caller<CryptoOperations>,
  file: Blob,
  following: Following = {},
): Promise<Result<StoredFile, FileProblem>> {
  const begun = await crypto('beginSealFile', { file })
  if (!begun.ok) return begun
  const { handle, name, type } = begun.value
  const place = await call('attachments.begin', { name, bytes: sealedStreamBytes(file.size) })
  const sent = place.ok
    ? await sendParts(call, crypto, { handle, name }, following)
    : err(writeProblem(place.error))
  const finished = sent.ok ? await call('attachments.finish', { name }) : undefined
  if (sent.ok && finished?.ok === true) return ok({ ...sent.value, name, type })
  await Promise.all([crypto('dropFile', { handle }), place.ok && call('attachments.abort', { name })])
  if (!sent.ok) return sent
  return err(finished?.ok === false ? writeProblem(finished.error) : { code: 'not-writable' })
}

async function sendParts(
  call: FilePorts['call'],
  crypto: Caller<CryptoOperations>,
  { handle, name }: { readonly handle: number; readonly name: string },
  { signal, onProgress }: Following,
): Promise<Result<SealedFile, FileProblem>> {
  let at = 0
  let writing: ReturnType<typeof write> = Promise.resolve(ok(null))
  const write = async (from: number, bytes: Uint8Array) => {
    const written = await call('attachments.write', { name, at: from, bytes })
    return written.ok ? ok(null) : err(writeProblem(written.error))
  }
  for (;;) {
    const part = await crypto('sealFilePart', { handle })
    const written = await writing
    if (signal?.aborted === true) return err({ code: 'cancelled' })
    if (!part.ok) return part
    if (!written.ok) return written
    const { sealed, read, end } = part.value
    writing = write(at, sealed)
    at += sealed.length
    onProgress?.(read)
    if (!end) continue
    const last = await writing
    return last.ok ? ok(end) : last
  }
}

function writeProblem({ code }: { readonly code: string }): FileProblem {
  return { code: code === 'disk-full' ? 'disk-full' : 'not-writable' }
}
