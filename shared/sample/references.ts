const namePattern = /^\$([A-Za-z][\w-]*)((?:\.[\w-]+)*)$/u

/** The outputs of steps by the name each step gave. */
export type Names = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** A name that stands for nothing, because the step that makes it failed. */
export class MissingName extends Error {
  override readonly name = 'MissingName'
}

/**
 * Replaces every `$name` by the id that the named step gave, and `$name.part` by another part of its output.
 * A text that begins with a dollar sign and is no name is written `$$...`.
 */
export function resolveNames(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return resolveText(value, names)
  if (Array.isArray(value)) return value.map((each) => resolveNames(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolveNames(each, names)]))
}

/** The name that a text refers to, without what follows its dot; undefined where it is no reference. */
export function nameIn(text: string): string | undefined {
  return namePattern.exec(text)?.[1]
}

function resolveText(text: string, names: Names): unknown {
  if (text.startsWith('$$')) return text.slice(1)
  const match = namePattern.exec(text)
  if (!match) return text
  const output = names.get(match[1] ?? '')
  if (!output) throw new MissingName(`${text} was never made`)
  const parts = (match[2] ?? '').split('.').filter(Boolean)
  const found = parts.length === 0 ? output['id'] : parts.reduce<unknown>(partOf, output)
  if (found === undefined)
    throw new MissingName(`${text} does not exist; there are: ${Object.keys(output).join(', ')}`)
  return found
}

function partOf(value: unknown, part: string): unknown {
  // An object has some value, or none, under every word.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined
}
