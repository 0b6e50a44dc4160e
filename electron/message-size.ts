const MAX_DEPTH = 32

/**
 * Tells whether a message is larger than a limit, stopping as soon as that is certain.
 *
 * Strings count two bytes a character, byte arrays their length, anything else eight bytes. Messages
 * nested deeper than 32 levels count as too large: nothing of ours is.
 */
export function exceedsSize(message: unknown, limitBytes: number): boolean {
  const budget = { left: limitBytes }
  return !spend(message, budget, 0)
}

function spend(value: unknown, budget: { left: number }, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  budget.left -= ownBytes(value)
  if (budget.left < 0) return false
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
  if (Array.isArray(value)) return value.every((entry) => spend(entry, budget, depth + 1))
  return Object.entries(value).every(
    ([key, entry]) => spend(key, budget, depth) && spend(entry, budget, depth + 1),
  )
}

function ownBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * 2
  if (ArrayBuffer.isView(value)) return value.byteLength
  return 8
}
