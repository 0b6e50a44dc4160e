/**
 * How calls cross between page and host: one text, the message as JSON on the first line and all its bytes behind it as
 * one base64 text. In the JSON, `{ "$bytes": [at, length] }` stands where bytes were. The browser's own way of passing
 * bytes looks at each one by itself: measured, this is more than ten times faster.
 */
interface Placed {
  readonly $bytes: readonly [at: number, length: number]
}

/** The host's side: a message as text. */
export function packMessage(message: unknown): string {
  const pieces: Uint8Array[] = []
  let at = 0
  const text = JSON.stringify(message, (_key, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value
    pieces.push(value)
    at += value.length
    return { $bytes: [at - value.length, value.length] } satisfies Placed
  })
  return `${text}\n${Buffer.concat(pieces).toString('base64')}`
}

/** The host's side: the message of a text; undefined where a page sent something else, which no method accepts. */
export function unpackMessage(packed: unknown): unknown {
  if (typeof packed !== 'string') return undefined
  const end = packed.indexOf('\n')
  const bytes = Buffer.from(packed.slice(end + 1), 'base64')
  try {
    return JSON.parse(packed.slice(0, end), (_key, value: unknown) =>
      isPlaced(value) ? copyOf(bytes, value.$bytes) : value,
    )
  } catch {
    return undefined
  }
}

function isPlaced(value: unknown): value is Placed {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return false
  const { $bytes: place } = value
  return Array.isArray(place) && place.length === 2 && place.every((number) => Number.isSafeInteger(number))
}

// A copy of its own, so that no value keeps a whole message in memory.
function copyOf(bytes: Buffer, [at, length]: Placed['$bytes']): Uint8Array {
  return new Uint8Array(bytes.subarray(Math.max(0, at), Math.max(0, at + length)))
}

/** What the page's side of a bridge does with messages. */
export interface PageCodec {
  readonly pack: (message: unknown) => string
  readonly unpack: (packed: string) => unknown
}

interface Base64Bytes {
  toBase64?(): string
}

/**
 * The page's side of the same, in one function, because it is sent as text and may use nothing from this module.
 * Browsers that cannot make base64 of bytes by themselves yet do it in pieces.
 */
export function createPageCodec(): PageCodec {
  const toBase64 = (bytes: Uint8Array & Base64Bytes): string => {
    if (bytes.toBase64) return bytes.toBase64()
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string): Uint8Array => {
    const own = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array }
    return own.fromBase64
      ? own.fromBase64(text)
      : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  }
  return {
    pack(message) {
      const pieces: Uint8Array[] = []
      let size = 0
      const text = JSON.stringify(message, (_key, value: unknown) => {
        if (!(value instanceof Uint8Array)) return value
        pieces.push(value)
        size += value.length
        return { $bytes: [size - value.length, value.length] }
      })
      const all = new Uint8Array(size)
      pieces.reduce((at, piece) => (all.set(piece, at), at + piece.length), 0)
      return `${text}\n${toBase64(all)}`
    },
    unpack(packed) {
      const end = packed.indexOf('\n')
      const all = fromBase64(packed.slice(end + 1))
      return JSON.parse(packed.slice(0, end), (_key, value: { readonly $bytes?: [number, number] } | null) =>
        value?.$bytes ? all.slice(value.$bytes[0], value.$bytes[0] + value.$bytes[1]) : value,
      )
    },
  }
}
