import { startsWith } from '../package/bytes.ts'
import { platform } from '../package/platform.ts'

/** Decodes an XML part: UTF-8 unless its first bytes say UTF-16 or its declaration names an older encoding. */
export function decodeText(bytes: Uint8Array): string {
  return new platform.TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0x3c, 0x00])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff]) || startsWith(bytes, [0x00, 0x3c])) return 'utf-16be'
  const head = Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('')
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase()
  return named !== undefined && /^(iso-8859-1|windows-125\d|us-ascii)$/.test(named) ? named : 'utf-8'
}
