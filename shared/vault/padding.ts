/** Smallest padded size: short records all look alike. */
export const minimumPaddedBytes = 256

const endMark = 0x80

/**
 * Pads a plaintext so that its length tells little: one mark byte, then zeros up to the Padmé size
 * (at most 12 % growth, few distinct sizes), and never less than 256 bytes.
 */
export function pad(plain: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedSize(plain.length))
  padded.set(plain)
  padded[plain.length] = endMark
  return padded
}

/** Undoes `pad`; `undefined` unless the padding is exactly the one `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  let last = padded.length - 1
  while (last >= 0 && padded[last] === 0) last--
  if (last < 0 || padded[last] !== endMark || paddedSize(last) !== padded.length) return undefined
  return padded.subarray(0, last)
}

/** Size in bytes after padding a plaintext of `plainBytes`. */
export function paddedSize(plainBytes: number): number {
  const length = plainBytes + 1
  if (length <= minimumPaddedBytes) return minimumPaddedBytes
  const exponent = Math.floor(Math.log2(length))
  const significantBits = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - significantBits)
  return Math.ceil(length / step) * step
}
