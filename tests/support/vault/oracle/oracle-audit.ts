import { createHmac, hkdfSync } from 'node:crypto'
import type { OracleValue } from './oracle-values.ts'
import { writeValue } from './oracle-values.ts'
import { field } from './oracle-seal.ts'

/** The chain of the history a second time, by node:crypto. */
export function oracleFirstKey(auditKey: Buffer, vaultId: Buffer, device: string): Buffer {
  return createHmac('sha256', auditKey)
    .update(field(vaultId))
    .update(field(Buffer.from(device)))
    .digest()
}

export function oracleNextKey(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'next', 32))
}

/** MAC of an entry without its MAC, in hexadecimal. */
export function oracleMac(key: Buffer, entry: object): string {
  return createHmac('sha256', key)
    .update(writeValue(plainOf(entry)))
    .digest('hex')
}

function plainOf(value: unknown): OracleValue {
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainOf(member)]))
  // What is left of an entry are texts, numbers and null.
  return value as OracleValue
}
