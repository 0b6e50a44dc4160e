import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { sniffedBytes, sniffFileType } from '#shared/domain/attachment/file-type.ts'
import type { FileType } from '#shared/domain/attachment/file-type.ts'
import { bytesToHex, concatBytes, hexToBytes } from '#shared/vault/bytes.ts'
import { importStreamKey, randomBytes } from '#shared/vault/primitives.ts'
import { Sha256Stream } from '#shared/vault/sha256-stream.ts'
import { chunkDataBytes, createStreamOpener, createStreamSealer } from '#shared/vault/stream.ts'
import type { StreamContext, StreamOpener, StreamProblem, StreamSealer } from '#shared/vault/stream.ts'
import { transferring } from './rpc.ts'

/** A file whose sealing or opening goes over several calls. */
export type FileHandle = number

/** What a record keeps of a sealed file. The content key belongs into its body, everything else into its head. */
export interface SealedFile {
  readonly contentKey: string
  readonly sha256: string
  readonly sizeBytes: number
}

export interface FileToOpen {
  readonly name: string
  readonly contentKey: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** The file went away, changed while it was read, or is a folder. */
export type SourceProblem = { readonly code: 'source-unreadable' }

/** What the crypto worker does for files: it reads the file itself, so that no whole file ever stands in memory. */
export interface FileOperations {
  /** Begins to seal a file: looks at its bytes for its kind, and gives it a random name and key. */
  beginSealFile(input: {
    readonly file: Blob
  }): Promise<
    Result<{ readonly handle: FileHandle; readonly name: string; readonly type: FileType }, SourceProblem>
  >
  /** Seals the next part, about a mebibyte; `end` comes with the last one. */
  sealFilePart(input: { readonly handle: FileHandle }): Promise<Result<SealedFilePart, SourceProblem>>
  beginOpenFile(input: FileToOpen): Promise<FileHandle>
  /** Opens the next sealed bytes; the `last` ones also prove size and fingerprint of the whole. */
  openFilePart(input: {
    readonly handle: FileHandle
    readonly sealed: Uint8Array
    readonly last: boolean
  }): Promise<Result<Uint8Array, StreamProblem>>
  /** Lets go of a file that is given up. */
  dropFile(input: { readonly handle: FileHandle }): void
}

export interface SealedFilePart {
  readonly sealed: Uint8Array
  /** Bytes of the file that were read so far. */
  readonly read: number
  readonly end?: SealedFile
}

interface Sealing {
  readonly file: Blob
  readonly sealer: StreamSealer
  readonly contentKey: string
  readonly hash: Sha256Stream
}

interface Opening {
  readonly file: FileToOpen
  readonly opener: StreamOpener
  readonly hash: Sha256Stream
}

// Fifteen sealed chunks at most, with the one that was held back: below the largest part that crosses to the host.
const partBytes = 14 * chunkDataBytes

/** Makes the operations. Sealed files are bound to the vault by its id. */
export function fileOperations(vaultId: () => Uint8Array): FileOperations {
  const sealings = new Map<FileHandle, Sealing>()
  const openings = new Map<FileHandle, Opening>()
  let lastHandle = 0
  return {
    async beginSealFile({ file }) {
      const type = await sniff(file).catch(() => undefined)
      if (type === undefined) return err({ code: 'source-unreadable' })
      const { name, sealing } = await beginSealing(file, vaultId())
      sealings.set(++lastHandle, sealing)
      return ok({ handle: lastHandle, name, type })
    },
    async sealFilePart({ handle }) {
      const sealing = sealings.get(handle)
      invariant(sealing, 'a file is begun before it is sealed')
      const part = await sealPart(sealing)
      if (!part.ok || part.value.end) sealings.delete(handle)
      return part.ok ? transferring(part, [part.value.sealed.buffer as ArrayBuffer]) : part
    },
    async beginOpenFile(file) {
      const key = await importStreamKey(hexToBytes(file.contentKey))
      const opener = createStreamOpener(key, contextOf(vaultId(), file.name))
      openings.set(++lastHandle, { file, opener, hash: new Sha256Stream() })
      return lastHandle
    },
    async openFilePart({ handle, sealed, last }) {
      const opening = openings.get(handle)
      invariant(opening, 'a file is begun before it is opened')
      const part = await openPart(opening, sealed, last)
      if (!part.ok || last) openings.delete(handle)
      return part.ok ? transferring(part, [part.value.buffer as ArrayBuffer]) : part
    },
    dropFile({ handle }) {
      sealings.delete(handle)
      openings.delete(handle)
    },
  }
}

async function beginSealing(file: Blob, vaultId: Uint8Array): Promise<{ name: string; sealing: Sealing }> {
  const name = bytesToHex(randomBytes(16))
  const secret = randomBytes(32)
  const contentKey = bytesToHex(secret)
  // The import wipes the bytes.
  const sealer = createStreamSealer(await importStreamKey(secret), contextOf(vaultId, name))
  return { name, sealing: { file, sealer, contentKey, hash: new Sha256Stream() } }
}

async function sealPart({
  file,
  sealer,
  contentKey,
  hash,
}: Sealing): Promise<Result<SealedFilePart, SourceProblem>> {
  const from = hash.bytes
  const data = await bytesOf(file.slice(from, from + partBytes)).catch(() => undefined)
  if (data?.length !== Math.min(partBytes, file.size - from)) return err({ code: 'source-unreadable' })
  hash.add(data)
  const sealed = await sealer.push(data)
  if (hash.bytes < file.size) return ok({ sealed, read: hash.bytes })
  const end = { contentKey, sha256: hash.finish(), sizeBytes: file.size }
  return ok({ sealed: concatBytes(sealed, await sealer.finish()), read: file.size, end })
}

async function openPart(
  { file, opener, hash }: Opening,
  sealed: Uint8Array,
  last: boolean,
): Promise<Result<Uint8Array, StreamProblem>> {
  const opened = await opener.push(sealed)
  if (!opened.ok) return opened
  const rest = last ? await opener.finish() : ok(new Uint8Array())
  if (!rest.ok) return rest
  const plain = concatBytes(opened.value, rest.value)
  hash.add(plain)
  const isWhole = !last || (hash.bytes === file.sizeBytes && hash.finish() === file.sha256)
  return isWhole ? ok(plain) : err({ code: 'altered' })
}

async function sniff(file: Blob): Promise<FileType> {
  const head = await bytesOf(file.slice(0, sniffedBytes))
  return sniffFileType(head, await bytesOf(file.slice(Math.max(0, file.size - sniffedBytes))))
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

function contextOf(vaultId: Uint8Array, name: string): StreamContext {
  return { purpose: 'att', vaultId, streamId: hexToBytes(name) }
}
