/** Splits a recovery key into its groups, in the order of the paper. */
export function keyGroups(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[\s-]+/).filter(Boolean)
}

/** Tells whether a typed group is the one on paper; small letters and spaces do not matter, nor does O for 0 or I and L for 1. */
export function isSameGroup(typed: string, group: string): boolean {
  return plain(typed) === plain(group)
}

/** Draws two different places of a key, the earlier one first. */
export function drawTwo(count: number, random: (limit: number) => number): readonly [number, number] {
  const first = random(count)
  const second = (first + 1 + random(count - 1)) % count
  return first < second ? [first, second] : [second, first]
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
