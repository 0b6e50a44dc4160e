import { concatBytes } from './bytes.ts'
import { sha256 } from './primitives.ts'

const blockBytes = 65_536

/**
 * A hash of bytes that come in pieces, in flat memory: `h = SHA-256(h || block)` over blocks of 65,536 bytes (the last
 * one shorter), from 32 zero bytes. How the bytes were cut into pieces makes no difference.
 */
export class BlockHash {
  #hash = new Uint8Array(32)
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #total = 0

  /** Bytes taken so far. */
  get bytes(): number {
    return this.#total
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#total += bytes.length
    let rest = bytes
    while (this.#waitingBytes + rest.length >= blockBytes) {
      const taken = blockBytes - this.#waitingBytes
      this.#waiting.push(rest.subarray(0, taken))
      rest = rest.subarray(taken)
      await this.#fold()
    }
    if (rest.length === 0) return
    this.#waiting.push(rest.slice())
    this.#waitingBytes += rest.length
  }

  /** The hash of everything; nothing is added afterwards. */
  async finish(): Promise<Uint8Array> {
    if (this.#waiting.length > 0) await this.#fold()
    return this.#hash.slice()
  }

  async #fold(): Promise<void> {
    this.#hash = new Uint8Array(await sha256(concatBytes(this.#hash, ...this.#waiting)))
    this.#waiting = []
    this.#waitingBytes = 0
  }
}
