import { addAttachment, maxFileBytes, removeAttachment } from '#shared/commands/attachments.ts'
import type { CommandInput, Refusal } from '#shared/commands/command.ts'
import { copyEndingOf, fileTypeOf, mediaTypes } from '#shared/domain/attachment/file-type.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { StoredAttachment } from '#shared/contract/file-methods.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import type { FilePorts, FileProblem, Following } from './file-ports.ts'
import { openFile } from './open-file.ts'
import { storeFile } from './store-file.ts'
import type { StoredFile } from './store-file.ts'

/** What is said about a file when it is added; the rest is read from the file itself. */
export type AboutFile = Pick<
  CommandInput<typeof addAttachment>,
  'case' | 'title' | 'fileName' | 'receivedOn' | 'from' | 'dispute' | 'tier'
>

export interface SavedCopy {
  readonly fileName: string
  readonly sha256: string
}

/** Files without a record, and records without their file. Neither is ever removed by itself. */
export interface FileCensus {
  readonly orphans: readonly StoredAttachment[]
  readonly missing: readonly RecordEntry<'attachment'>[]
}

/** The files of the open vault. */
export interface VaultFiles {
  /** Seals and keeps a file, then its record: the file is there before the record that names it. */
  add(
    file: Blob,
    about: AboutFile,
    following?: Following,
  ): Promise<Result<{ readonly id: string }, FileProblem | Refusal>>
  /** The bytes of a file, part by part; see `openFile`. */
  open(entry: RecordEntry<'attachment'>): AsyncGenerator<Result<Uint8Array, FileProblem>>
  /** The whole of a file that is not larger than `maxBytes`. */
  read(entry: RecordEntry<'attachment'>, maxBytes: number): Promise<Result<Uint8Array, FileProblem>>
  /** Opens every byte of a file and keeps none, for the scrub. */
  verify(entry: RecordEntry<'attachment'>): Promise<Result<void, FileProblem>>
  /** Writes a copy outside the vault, unencrypted, to where the host puts it or the person says. */
  saveCopy(
    entry: RecordEntry<'attachment'>,
    suggestedName: string,
    following?: Following,
  ): Promise<Result<SavedCopy, FileProblem>>
  /** Removes the record, then the file. A file that cannot be removed stays as one without a record. */
  remove(entry: RecordEntry<'attachment'>): Promise<Result<void, Refusal>>
  census(): Promise<Result<FileCensus, FileProblem>>
}

/** Makes the files of a vault. */
export function createVaultFiles(ports: FilePorts): VaultFiles {
  return {
    add: (file, about, following) => add(ports, file, about, following),
    open: (entry) => openFile(ports, entry),
    read: (entry, maxBytes) => readWhole(ports, entry, maxBytes),
    verify: (entry) => verify(ports, entry),
    saveCopy: (entry, suggestedName, following) => saveCopy(ports, entry, suggestedName, following),
    remove: (entry) => remove(ports, entry),
    census: () => takeCensus(ports),
  }
}

async function add(
  ports: FilePorts,
  file: Blob,
  about: AboutFile,
  following?: Following,
): Promise<Result<{ readonly id: string }, FileProblem | Refusal>> {
  if (file.size === 0) return err({ code: 'file-empty' })
  if (file.size > maxFileBytes)
    return err({ code: 'file-too-large', sizeBytes: file.size, maxBytes: maxFileBytes })
  const crypto = ports.crypto()
  if (!crypto) return err({ code: 'locked' })
  const stored = await storeFile(ports, crypto, file, following)
  return stored.ok ? keepRecord(ports, stored.value, about) : stored
}

async function keepRecord(
  { call, execute }: FilePorts,
  { name, contentKey, type, sha256, sizeBytes }: StoredFile,
  about: AboutFile,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const kept = await execute(addAttachment, {
    ...about,
    mediaType: mediaTypes[type],
    sizeBytes,
    sha256,
    stored: { name, contentKey },
  })
  // A commit that was not saved may still be: then the file must be there. Every other refusal is final.
  if (!kept.ok && kept.error.code !== 'not-saved') await call('attachments.remove', { name })
  return kept
}

async function readWhole(
  ports: FilePorts,
  entry: RecordEntry<'attachment'>,
  maxBytes: number,
): Promise<Result<Uint8Array, FileProblem>> {
  const { sizeBytes } = entry.head
  if (sizeBytes > maxBytes) return err({ code: 'file-too-large', sizeBytes, maxBytes })
  const whole = new Uint8Array(sizeBytes)
  let at = 0
  for await (const part of openFile(ports, entry)) {
    if (!part.ok) return part
    if (at + part.value.length > sizeBytes) return err({ code: 'file-damaged' })
    whole.set(part.value, at)
    at += part.value.length
  }
  return at === sizeBytes ? ok(whole) : err({ code: 'file-damaged' })
}

async function verify(
  ports: FilePorts,
  entry: RecordEntry<'attachment'>,
): Promise<Result<void, FileProblem>> {
  for await (const part of openFile(ports, entry)) if (!part.ok) return part
  return ok()
}

async function saveCopy(
  ports: FilePorts,
  entry: RecordEntry<'attachment'>,
  suggestedName: string,
  { signal, onProgress }: Following = {},
): Promise<Result<SavedCopy, FileProblem>> {
  const { mediaType, fileName, sizeBytes, sha256 } = entry.head
  const ending = copyEndingOf(fileTypeOf(mediaType), fileName)
  const begun = await ports.call('files.save', { suggestedName, ending, bytes: sizeBytes })
  if (!begun.ok) return err(copyProblem(begun.error))
  const { token } = begun.value
  const giveUp = async (problem: FileProblem) => {
    await ports.call('files.save.abort', { token })
    return err(problem)
  }
  let done = 0
  for await (const part of openFile(ports, entry)) {
    if (!part.ok) return giveUp(part.error)
    if (signal?.aborted === true) return giveUp({ code: 'cancelled' })
    const written =
      part.value.length === 0 ? ok(null) : await ports.call('files.save.write', { token, bytes: part.value })
    if (!written.ok) return giveUp(copyProblem(written.error))
    done += part.value.length
    onProgress?.(done)
  }
  const finished = await ports.call('files.save.finish', { token })
  if (!finished.ok) return err(copyProblem(finished.error))
  // Whatever is in it: it lies outside the vault now.
  await ports.noteCopied?.(entry)
  // The host read the copy back; one that differs from what was added is no copy.
  const isSame = entry.head.storedAs === undefined || finished.value.sha256 === sha256
  return isSame ? ok(finished.value) : err({ code: 'file-damaged' })
}

async function remove(
  { execute, call }: FilePorts,
  entry: RecordEntry<'attachment'>,
): Promise<Result<void, Refusal>> {
  const removed = await execute(removeAttachment, { attachment: entry.id })
  if (!removed.ok) return removed
  if (entry.head.storedAs !== undefined) await call('attachments.remove', { name: entry.head.storedAs })
  return ok()
}

async function takeCensus({ call, entries }: FilePorts): Promise<Result<FileCensus, FileProblem>> {
  const stored: StoredAttachment[] = []
  for (;;) {
    const page = await call('attachments.list', { after: stored.at(-1)?.name ?? null })
    if (!page.ok) return err({ code: 'file-not-reached' })
    stored.push(...page.value.files)
    if (page.value.done || page.value.files.length === 0) break
  }
  const spokenOf = entries().filter(({ head }) => head.storedAs !== undefined)
  const named = new Set(spokenOf.map(({ head }) => head.storedAs))
  const there = new Set(stored.map(({ name }) => name))
  return ok({
    orphans: stored.filter(({ name }) => !named.has(name)),
    missing: spokenOf.filter(({ head }) => !there.has(head.storedAs ?? '')),
  })
}

function copyProblem({ code }: { readonly code: string }): FileProblem {
  if (code === 'cancelled' || code === 'disk-full') return { code }
  return { code: 'copy-not-writable' }
}
