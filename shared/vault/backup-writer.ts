import { encodeBackupRow, encodeFileStart, encodeManifest, encodeTrailer } from './backup-parts.ts'
import type { BackupFile, BackupManifest, BackupRow } from './backup-parts.ts'
import { BlockHash } from './block-hash.ts'
import { concatBytes } from './bytes.ts'

/** A sealed file on its way into a backup. */
export interface FileSource extends BackupFile {
  readonly content: AsyncIterable<Uint8Array>
}

/** What a backup is made of; both sources are read once, in order, a piece at a time. */
export interface BackupSource {
  readonly manifest: BackupManifest
  readonly rows: AsyncIterable<readonly BackupRow[]>
  readonly files: AsyncIterable<FileSource>
}

/** A source gave something else than the manifest had said. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged'
}

const joinedBytes = 256 * 1024

/**
 * Writes the content of a backup, before sealing: manifest, rows, files, trailer. Pieces have any length; memory does
 * not grow with the vault. Throws `SourceChanged` when a source gives more, less or other than the manifest says.
 */
export async function* writeBackupContent(source: BackupSource): AsyncGenerator<Uint8Array> {
  const hash = new BlockHash()
  let rows = 0
  let files = 0
  for await (const piece of joined(parts())) {
    await hash.add(piece)
    yield piece
  }
  if (rows !== source.manifest.rows || files !== source.manifest.files.length) throw new SourceChanged()
  const bytes = hash.bytes
  yield encodeTrailer({ rows, files, bytes, hash: await hash.finish() })

  async function* parts(): AsyncGenerator<Uint8Array> {
    yield encodeManifest(source.manifest)
    for await (const batch of source.rows) {
      for (const row of batch) yield encodeBackupRow(row)
      rows += batch.length
    }
    for await (const file of source.files) {
      yield* fileParts(file, source.manifest.files[files])
      files += 1
    }
  }
}

async function* fileParts(file: FileSource, announced: BackupFile | undefined): AsyncGenerator<Uint8Array> {
  if (file.name !== announced?.name || file.bytes !== announced.bytes) throw new SourceChanged()
  yield encodeFileStart(file)
  let left = file.bytes
  for await (const piece of file.content) {
    left -= piece.length
    if (left < 0) throw new SourceChanged()
    yield piece
  }
  if (left > 0) throw new SourceChanged()
}

/** Joins small pieces, so that what follows is called thousands of times and not once for each row. */
async function* joined(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source) {
    waiting.push(piece)
    bytes += piece.length
    if (bytes < joinedBytes) continue
    yield concatBytes(...waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield concatBytes(...waiting)
}
