/**
 * SHA-256 (FIPS 180-4) of bytes that come in pieces. WebCrypto hashes whole buffers only, and a file may be longer than
 * what should stand in memory. For fingerprints that people compare; nothing secret is decided by it.
 */
export class Sha256Stream {
  readonly #state = Uint32Array.from(initialState)
  readonly #words = new Uint32Array(64)
  readonly #block = new Uint8Array(blockBytes)
  #filled = 0
  #bytes = 0

  /** Bytes taken so far. */
  get bytes(): number {
    return this.#bytes
  }

  add(piece: Uint8Array): void {
    this.#bytes += piece.length
    let at = 0
    if (this.#filled > 0) {
      at = Math.min(blockBytes - this.#filled, piece.length)
      this.#block.set(piece.subarray(0, at), this.#filled)
      this.#filled += at
      if (this.#filled < blockBytes) return
      this.#mix(this.#block, 0)
      this.#filled = 0
    }
    for (; at + blockBytes <= piece.length; at += blockBytes) this.#mix(piece, at)
    this.#block.set(piece.subarray(at))
    this.#filled = piece.length - at
  }

  /** The hash in hexadecimal; nothing is added afterwards. */
  finish(): string {
    const bits = this.#bytes * 8
    const end = new Uint8Array(this.#filled < lengthAt ? blockBytes : 2 * blockBytes)
    end.set(this.#block.subarray(0, this.#filled))
    end[this.#filled] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32))
    view.setUint32(end.length - 4, bits % 2 ** 32)
    for (let at = 0; at < end.length; at += blockBytes) this.#mix(end, at)
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('')
  }

  #mix(bytes: Uint8Array, at: number): void {
    const w = this.#words
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, blockBytes)
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(4 * i)
    for (let i = 16; i < 64; i++) {
      const early = w[i - 15] ?? 0
      const late = w[i - 2] ?? 0
      const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1
    }
    this.#round(w)
  }

  #round(w: Uint32Array): void {
    const state = this.#state
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let i = 0; i < 64; i++) {
      const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const t1 = (h + big1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (w[i] ?? 0)) | 0
      const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    const mixed = [a, b, c, d, e, f, g, h]
    for (const [i, word] of mixed.entries()) state[i] = (state[i] ?? 0) + word
  }
}

const blockBytes = 64
/** Where the length stands in the last block. */
const lengthAt = 56

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

const firstPrimes = primes(64)
const initialState = firstPrimes.slice(0, 8).map((prime) => fraction(prime, 2))
const constants = Uint32Array.from(firstPrimes, (prime) => fraction(prime, 3))

function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fractional part of a root, worked out in whole numbers so that no bit is rounded. */
function fraction(prime: number, root: 2 | 3): number {
  const scaled = BigInt(prime) << BigInt(32 * root)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** BigInt(root) <= scaled) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn)
}
