const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes bytes in Crockford's base 32, most significant bit first, zero bits at the end. */
export function bytesToCrockford(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let pendingBits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    pendingBits += 8
    while (pendingBits >= 5) {
      pendingBits -= 5
      text += alphabet.charAt((pending >>> pendingBits) & 31)
    }
    pending &= (1 << pendingBits) - 1
  }
  return pendingBits > 0 ? text + alphabet.charAt((pending << (5 - pendingBits)) & 31) : text
}

/**
 * Reads what a person typed: any case, spaces and hyphens ignored, O as 0, I and L as 1.
 * `undefined` on any other character, or when the bits beyond the last whole byte are not zero.
 */
export function crockfordToBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  let pending = 0
  let pendingBits = 0
  for (const character of tidyCrockford(text)) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    pending = (pending << 5) | value
    pendingBits += 5
    if (pendingBits >= 8) {
      pendingBits -= 8
      bytes.push((pending >>> pendingBits) & 255)
      pending &= (1 << pendingBits) - 1
    }
  }
  return pending === 0 && pendingBits < 5 ? Uint8Array.from(bytes) : undefined
}

/** The canonical spelling of what a person typed; characters that mean nothing stay as they are. */
export function tidyCrockford(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
