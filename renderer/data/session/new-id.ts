import { bytesToHex } from '#shared/vault/bytes.ts'
import { randomBytes } from '#shared/vault/primitives.ts'

/**
 * Makes ids in the form of UUID version 7: time first, then random bits. Ids live only inside sealed records and in
 * the address of this window.
 */
export function createIdSource(nowMs: () => number): () => string {
  return () => {
    const bytes = randomBytes(16)
    let time = nowMs()
    for (let i = 5; i >= 0; i--) {
      bytes[i] = time % 256
      time = Math.floor(time / 256)
    }
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
}
