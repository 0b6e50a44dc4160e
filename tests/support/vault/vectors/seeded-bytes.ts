import { createHash } from 'node:crypto'

/** Bytes that look random and are the same on every machine: SHA-256 over label and counter. */
export function seededBytes(label: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
    createHash('sha256')
      .update(`evenhand vectors/${label}/${String(i)}`)
      .digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}
