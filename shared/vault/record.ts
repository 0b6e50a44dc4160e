import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { ByteReader, concatBytes, u32, u64 } from './bytes.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'

/** The sealed content of a row in `heads`. */
export interface HeadContent {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  /** Place in the order of creation, across all records of the vault. */
  readonly order: number
  /** Revision of the body that belongs to this head; an older or newer body is not accepted. */
  readonly bodyRev: number
  /** Whether that body has a row of its own. */
  readonly bodyOwn: boolean
  /** The pack that holds the body, or an older one of it; null when none does. */
  readonly bodyPack: number | null
  readonly head: unknown
}

/** What a row shows in clear before its sealed object; both numbers are bound into the seal. */
export interface RowPrefix {
  readonly rev: number
  readonly schema: number
}

/** Puts revision and schema in front of a sealed object. */
export function encodeRow(prefix: RowPrefix, sealed: Uint8Array): Uint8Array {
  return concatBytes(u64(prefix.rev), u32(prefix.schema), sealed)
}

/** Splits a row; `undefined` when it is too short or its numbers are not plausible. */
export function decodeRow(row: Uint8Array): (RowPrefix & { readonly sealed: Uint8Array }) | undefined {
  const reader = new ByteReader(row)
  const rev = reader.unsigned(8)
  const schema = reader.unsigned(4)
  const sealed = reader.take(reader.remaining)
  return rev && schema !== undefined && sealed ? { rev, schema, sealed } : undefined
}

/** Bytes of a head before sealing. */
export function encodeHeadContent(content: HeadContent): Uint8Array {
  return encodeValue(content)
}

/** Reads the content of a head row. Errors: `bad-encoding` also when a field of the envelope is missing. */
export function decodeHeadContent(bytes: Uint8Array): Result<HeadContent, { readonly code: 'bad-encoding' }> {
  const decoded = decodeValue(bytes)
  if (!decoded.ok) return decoded
  return isHeadContent(decoded.value) ? ok(decoded.value) : err({ code: 'bad-encoding' })
}

/** Tells whether a decoded value has every field of a head's envelope. */
export function isHeadContent(value: unknown): value is HeadContent {
  if (typeof value !== 'object' || value === null) return false
  const content = value as Partial<Record<keyof HeadContent, unknown>>
  return (
    typeof content.id === 'string' &&
    typeof content.kind === 'string' &&
    (content.caseId === null || typeof content.caseId === 'string') &&
    Number.isSafeInteger(content.order) &&
    Number.isSafeInteger(content.bodyRev) &&
    typeof content.bodyOwn === 'boolean' &&
    (content.bodyPack === null || Number.isSafeInteger(content.bodyPack)) &&
    'head' in content
  )
}
