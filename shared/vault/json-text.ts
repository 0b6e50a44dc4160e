import { forbiddenKey, maximumDepth } from './encode-value.ts'

/**
 * A plain value as JSON, or undefined where JSON could not give it back as it was: byte strings, numbers that are not
 * finite, anything that is not plain data. Members that are `undefined` are left out, as `encodeValue` leaves them out.
 */
export function jsonTextOf(value: unknown): string | undefined {
  return isPlain(value, 0) ? JSON.stringify(value) : undefined
}

/** Tells whether `jsonTextOf` has a text for a value. */
export function hasJsonText(value: unknown): boolean {
  return isPlain(value, 0)
}

function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      return value === null || (depth < maximumDepth && isPlainObject(value, depth + 1))
    default:
      return false
  }
}

function isPlainObject(value: object, depth: number): boolean {
  if (Array.isArray(value)) return value.every((element) => element === undefined || isPlain(element, depth))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const [name, member] of Object.entries(value)) {
    if (name === forbiddenKey || (member !== undefined && !isPlain(member, depth))) return false
  }
  return true
}
