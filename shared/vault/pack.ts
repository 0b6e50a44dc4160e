import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'
import { isHeadContent } from './record.ts'
import type { HeadContent, RowPrefix } from './record.ts'

/** Most records in one pack: few rows to read, and no more than these at stake when one is damaged. */
export const recordsPerPack = 256

/** Version of the two layouts below, stored as `schema` of a pack's row. */
export const packSchema = 1

/** A head inside a pack brings its own revision and schema. */
export type PackedHead = HeadContent & RowPrefix

export interface HeadPack {
  /** The number its row is named by. */
  readonly pack: number
  readonly heads: readonly PackedHead[]
}

export interface PackedBody {
  readonly id: string
  readonly rev: number
  /** The encoded body, as it would stand in a row of its own. */
  readonly body: Uint8Array
}

interface PackProblem {
  readonly code: 'bad-encoding'
}

/** Bytes of a pack of heads before sealing. */
export function encodeHeadPack(pack: HeadPack): Uint8Array {
  return encodeValue(pack)
}

/** Reads a pack of heads. Errors: `bad-encoding`. */
export function decodeHeadPack(bytes: Uint8Array): Result<HeadPack, PackProblem> {
  const decoded = decodeValue(bytes)
  if (!decoded.ok) return decoded
  return isHeadPack(decoded.value) ? ok(decoded.value) : err({ code: 'bad-encoding' })
}

/** Bytes of a pack of bodies before sealing. */
export function encodeBodyPack(bodies: readonly PackedBody[]): Uint8Array {
  return encodeValue(bodies)
}

/** Reads a pack of bodies; the bodies themselves stay encoded. Errors: `bad-encoding`. */
export function decodeBodyPack(bytes: Uint8Array): Result<readonly PackedBody[], PackProblem> {
  const decoded = decodeValue(bytes)
  if (!decoded.ok) return decoded
  const { value } = decoded
  return Array.isArray(value) && value.every(isPackedBody) ? ok(value) : err({ code: 'bad-encoding' })
}

function isHeadPack(value: unknown): value is HeadPack {
  if (typeof value !== 'object' || value === null) return false
  // An object, as just checked; each member is still to be looked at. The same holds below.
  const { pack, heads } = value as Partial<Record<keyof HeadPack, unknown>>
  return Number.isSafeInteger(pack) && Array.isArray(heads) && heads.every(isPackedHead)
}

function isPackedHead(value: unknown): value is PackedHead {
  if (!isHeadContent(value)) return false
  const { rev, schema } = value as HeadContent & Partial<Record<keyof RowPrefix, unknown>>
  return Number.isSafeInteger(rev) && Number.isSafeInteger(schema)
}

function isPackedBody(value: unknown): value is PackedBody {
  if (typeof value !== 'object' || value === null) return false
  const { id, rev, body } = value as Partial<Record<keyof PackedBody, unknown>>
  return typeof id === 'string' && Number.isSafeInteger(rev) && body instanceof Uint8Array
}
