import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { utf8, utf8ToText } from './bytes.ts'
import { decodeValue } from './decode-value.ts'
import { isHeadContent } from './record.ts'
import type { HeadContent, RowPrefix } from './record.ts'

/** Most heads in one pack: unlocking reads them all, and few rows are read faster than many. */
export const headsPerPack = 2048

/** Most bodies in one pack: opening one of them opens the pack. */
export const bodiesPerPack = 256

/**
 * Version of the two layouts below, stored as `schema` of a pack's row. Packs are JSON, which browsers read many times
 * faster than any reader written in script; those of schema 1 are deterministic CBOR.
 */
export const packSchema = 2

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
  /** The payload; a `BodyToPack` brings it as its JSON text. */
  readonly body: unknown
}

/** A body on its way into a pack. */
export interface BodyToPack {
  readonly id: string
  readonly rev: number
  /** As `jsonTextOf` wrote it. */
  readonly text: string
}

interface PackProblem {
  readonly code: 'bad-encoding'
}

/** Bytes of a pack of heads before sealing; every head has a JSON text. */
export function encodeHeadPack({ pack, heads }: HeadPack): Uint8Array {
  const cases = [...new Set(heads.map(({ caseId }) => caseId))]
  const places = new Map(cases.map((caseId, place) => [caseId, place]))
  const rows = heads.map(
    ({ id, kind, caseId, order, bodyRev, bodyOwn, bodyPack, rev, schema, head }): HeadRow<unknown> => {
      return [id, kind, places.get(caseId), order, bodyRev, bodyOwn, bodyPack, rev, schema, head]
    },
  )
  return utf8(JSON.stringify({ pack, cases, heads: rows }))
}

/** A head as a list, without the names of its members: these would be a third of all that unlocking reads. */
type HeadRow<Place> = readonly [
  id: string,
  kind: string,
  caseAt: Place,
  order: number,
  bodyRev: number,
  bodyOwn: boolean,
  bodyPack: number | null,
  rev: number,
  schema: number,
  head: unknown,
]

/** Reads a pack of heads by the schema of its row. Errors: `bad-encoding`. */
export function decodeHeadPack(bytes: Uint8Array, schema: number): Result<HeadPack, PackProblem> {
  const decoded = decode(bytes, schema)
  const pack = decoded.ok && (schema === 1 ? decoded.value : withNames(decoded.value))
  return isHeadPack(pack) ? ok(pack) : err({ code: 'bad-encoding' })
}

/** Gives the members of heads their names back; whether each is what it must be is looked at afterwards. */
function withNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const { pack, cases, heads } = value as Partial<Record<'pack' | 'cases' | 'heads', unknown>>
  if (!Array.isArray(cases) || !Array.isArray(heads) || !heads.every(isHeadRow)) return undefined
  const caseIds: readonly unknown[] = cases
  return {
    pack,
    heads: heads.map(([id, kind, caseAt, order, bodyRev, bodyOwn, bodyPack, rev, schema, head]) => {
      return { id, kind, caseId: caseIds[caseAt], order, bodyRev, bodyOwn, bodyPack, rev, schema, head }
    }),
  }
}

function isHeadRow(row: unknown): row is HeadRow<number> {
  return Array.isArray(row) && row.length === 10
}

/** Bytes of a pack of bodies before sealing. */
export function encodeBodyPack(bodies: readonly BodyToPack[]): Uint8Array {
  const items = bodies.map(
    ({ id, rev, text }) => `{"id":${JSON.stringify(id)},"rev":${String(rev)},"body":${text}}`,
  )
  return utf8(`[${items.join(',')}]`)
}

/** Reads a pack of bodies by the schema of its row. Errors: `bad-encoding`. */
export function decodeBodyPack(
  bytes: Uint8Array,
  schema: number,
): Result<readonly PackedBody[], PackProblem> {
  const decoded = decode(bytes, schema)
  if (!decoded.ok || !Array.isArray(decoded.value)) return err({ code: 'bad-encoding' })
  const bodies: readonly unknown[] = decoded.value
  if (!bodies.every(isPackedBody)) return err({ code: 'bad-encoding' })
  return schema === 1 ? withValues(bodies) : ok(bodies)
}

function decode(bytes: Uint8Array, schema: number): Result<unknown, PackProblem> {
  if (schema === 1) return decodeValue(bytes)
  if (schema !== packSchema) return err({ code: 'bad-encoding' })
  try {
    return ok(JSON.parse(utf8ToText(bytes)))
  } catch {
    // A `SyntaxError`, or the `TypeError` of text that is not well-formed.
    return err({ code: 'bad-encoding' })
  }
}

/** Schema 1 had each body encoded by itself, as a byte string. */
function withValues(bodies: readonly PackedBody[]): Result<readonly PackedBody[], PackProblem> {
  const values: PackedBody[] = []
  for (const packed of bodies) {
    const body = packed.body instanceof Uint8Array ? decodeValue(packed.body) : undefined
    if (!body?.ok) return err({ code: 'bad-encoding' })
    values.push({ ...packed, body: body.value })
  }
  return ok(values)
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
  if (typeof value !== 'object' || value === null || !('body' in value)) return false
  const { id, rev } = value as Partial<Record<keyof PackedBody, unknown>>
  return typeof id === 'string' && Number.isSafeInteger(rev)
}
