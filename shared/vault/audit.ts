import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { concatBytes, equalInConstantTime, lengthPrefixed, utf8 } from './bytes.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'
import { deriveBytes, hmac, importMacKey, importSecret } from './primitives.ts'
import type { MacKey } from './primitives.ts'

/** A record that a commit touched, by what tells it apart; nothing of its content. */
export interface AuditObject {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  /** Revision before, 0 for a new record. */
  readonly before: number
  /** Revision after, 0 for a removed one. */
  readonly after: number
  /** Commitment of the sealed head as it was written; null where the head went into a pack or was removed. */
  readonly commit: Uint8Array | null
}

/** One act: who did what and when, and which records it touched. */
export interface AuditEntry {
  /** Counts the entries of this vault, from 1. */
  readonly seq: number
  /** Instant by this computer's clock, ISO 8601 in UTC. */
  readonly at: string
  /** Tells this copy of the vault from others, at random. */
  readonly device: string
  /** `person`: whoever opened the vault. `program`: it did so by itself. */
  readonly actor: 'person' | 'program'
  /** Name of a command, or of an act upon the vault as a whole. */
  readonly action: string
  /** The records, at most `mostObjects` of them; empty where there were more. */
  readonly objects: readonly AuditObject[]
  /** How many records there were; for an act upon the vault as a whole, how often. */
  readonly count: number
  /** SHA-256 over the commitments of all rows of the commit, where `objects` could not hold them. */
  readonly digest: Uint8Array | null
  /** MAC of the entry before; zeros for the first. */
  readonly prev: Uint8Array
  /** Public key that signed the history up to this entry, where it is a checkpoint. */
  readonly signer?: Uint8Array
}

/** An entry with its MAC, as it is kept. */
export interface ChainedEntry extends AuditEntry {
  readonly mac: Uint8Array
  /** Signature of a checkpoint; there whenever the entry has a signer. */
  readonly signature?: Uint8Array
}

/** Where the chain stands. The key makes the next MAC and no earlier one. */
export interface ChainHead {
  readonly seq: number
  readonly mac: Uint8Array
  readonly key: Uint8Array
}

/** More records than these are told by their number and a digest. */
export const mostObjects = 64

/** So many entries lie together in one row, once they are complete. */
export const entriesPerPack = 256

/** Bytes of a key and of a MAC. */
export const chainBytes = 32

/** The chain before its first entry. The first key comes from the vault key, the vault id and the device. */
export async function beginChain(audit: MacKey, vaultId: Uint8Array, device: string): Promise<ChainHead> {
  const key = await hmac(audit, concatBytes(lengthPrefixed(vaultId), lengthPrefixed(utf8(device))))
  return { seq: 0, mac: new Uint8Array(chainBytes), key }
}

/** Adds an entry: its MAC under the present key, which is then replaced by one that it cannot be found from. */
export async function addToChain(
  head: ChainHead,
  act: Omit<AuditEntry, 'seq' | 'prev'>,
): Promise<{ readonly entry: ChainedEntry; readonly head: ChainHead }> {
  const entry: AuditEntry = { ...act, seq: head.seq + 1, prev: head.mac }
  const { mac, next } = await step(head.key, entry)
  return { entry: { ...entry, mac }, head: { seq: entry.seq, mac, key: next } }
}

/** Why an entry is not the one that was written. `missing`: another number was due here. */
export interface BadEntry {
  readonly code: 'bad-entry'
  /** The first entry that does not hold. */
  readonly seq: number
  readonly reason: 'missing' | 'altered'
}

/** Follows the chain over entries in their order. Stops at the first that is missing or not as it was written. */
export async function followChain(
  from: ChainHead,
  entries: readonly ChainedEntry[],
): Promise<Result<ChainHead, BadEntry>> {
  let head = from
  for (const { mac: kept, signature: _, ...entry } of entries) {
    const due = head.seq + 1
    if (entry.seq !== due) return err({ code: 'bad-entry', seq: due, reason: 'missing' })
    const { mac, next } = await step(head.key, entry)
    if (!equalInConstantTime(mac, kept) || !equalInConstantTime(entry.prev, head.mac))
      return err({ code: 'bad-entry', seq: due, reason: 'altered' })
    head = { seq: due, mac, key: next }
  }
  return ok(head)
}

/** Bytes of entries before sealing. */
export function encodeEntries(entries: readonly ChainedEntry[]): Uint8Array {
  return encodeValue(entries)
}

/** Reads entries. Errors: `bad-encoding`. */
export function decodeEntries(
  bytes: Uint8Array,
): Result<readonly ChainedEntry[], { readonly code: 'bad-encoding' }> {
  const decoded = decodeValue(bytes)
  if (!decoded.ok) return decoded
  const { value } = decoded
  return Array.isArray(value) && value.every(isChainedEntry) ? ok(value) : err({ code: 'bad-encoding' })
}

async function step(
  key: Uint8Array,
  entry: AuditEntry,
): Promise<{ readonly mac: Uint8Array; readonly next: Uint8Array }> {
  // Importing wipes what it is given, and the caller may have to go back to this key.
  const [sign, derive] = await Promise.all([importMacKey(key.slice()), importSecret(key.slice())])
  const [mac, next] = await Promise.all([
    hmac(sign, encodeValue(entry)),
    deriveBytes(derive, new Uint8Array(), utf8('next'), chainBytes),
  ])
  return { mac, next }
}

function isChainedEntry(value: unknown): value is ChainedEntry {
  if (typeof value !== 'object' || value === null) return false
  // An object, as just checked; each member is still to be looked at.
  const entry = value as Partial<Record<keyof ChainedEntry, unknown>>
  return (
    Number.isSafeInteger(entry.seq) &&
    [entry.at, entry.device, entry.action].every((text) => typeof text === 'string') &&
    (entry.actor === 'person' || entry.actor === 'program') &&
    Array.isArray(entry.objects) &&
    entry.objects.every(isAuditObject) &&
    Number.isSafeInteger(entry.count) &&
    (entry.digest === null || isChainBytes(entry.digest)) &&
    isChainBytes(entry.prev) &&
    isChainBytes(entry.mac) &&
    (entry.signer === undefined || isChainBytes(entry.signer)) &&
    (entry.signer === undefined) === (entry.signature === undefined) &&
    (entry.signature === undefined || entry.signature instanceof Uint8Array)
  )
}

function isAuditObject(value: unknown): value is AuditObject {
  if (typeof value !== 'object' || value === null) return false
  const { id, kind, caseId, before, after, commit } = value as Partial<Record<keyof AuditObject, unknown>>
  return (
    typeof id === 'string' &&
    typeof kind === 'string' &&
    (caseId === null || typeof caseId === 'string') &&
    Number.isSafeInteger(before) &&
    Number.isSafeInteger(after) &&
    (commit === null || commit instanceof Uint8Array)
  )
}

function isChainBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === chainBytes
}
