/** Bytes, numbers and texts that the seed of a proof decides. */
export function bytesFrom(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}

/** A whole number from 0 to `below` - 1. */
export function below(random: () => number, end: number): number {
  return Math.floor(random() * end)
}

/** One of the given. */
export function oneOf<T>(random: () => number, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0]
}

/** Works through cases some at a time, so that a million of them need no more memory than a few hundred. */
export async function inBatches(
  count: number,
  size: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < count; start += size) {
    const length = Math.min(size, count - start)
    await Promise.all(Array.from({ length }, (_, offset) => work(start + offset)))
  }
}
