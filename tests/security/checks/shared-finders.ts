import type { Facts } from '../check.ts'
import { expectedFuses } from '../fuses.ts'
import type { ContentsFacts } from '../program/observation.ts'

/** Finds windows whose preferences differ from what they must be. */
export function everyPreference(expected: Readonly<Record<string, unknown>>) {
  return ({ program }: Facts): readonly string[] =>
    Object.entries({ 'the vault': program.vaultWindow, 'the print': program.printWindow }).flatMap(
      ([name, { webPreferences }]) =>
        Object.entries(expected)
          .filter(([preference, value]) => webPreferences[preference] !== value)
          .map(([preference]) => `${name}: ${preference} is ${String(webPreferences[preference])}`),
    )
}

/** Finds pages on which one of the events was not prevented. */
export function noneOf(contents: readonly ContentsFacts[], events: readonly string[]): readonly string[] {
  return contents.flatMap(({ name, allowed }) =>
    allowed.filter((event) => events.includes(event)).map((event) => `${name}: ${event} is not prevented`),
  )
}

/** Finds fuses that differ from the agreed ones, in both directions. */
export function compareFuses(found: Readonly<Record<string, boolean>>): readonly string[] {
  const names = new Set([...Object.keys(expectedFuses), ...Object.keys(found)])
  const expected: Readonly<Record<string, boolean>> = expectedFuses
  return [...names]
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${name} is ${String(found[name])} and should be ${String(expected[name])}`)
}
