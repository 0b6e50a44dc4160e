import { z } from 'zod'
import type { Sender } from '#electron/dispatcher.ts'

type Random = () => number

/** Senders that are not the vault's page, each in one way. */
export const foreignSenders: readonly Partial<Sender>[] = [
  { isMainFrame: false },
  { isCurrentWindow: false },
  { origin: 'null' },
  { origin: '' },
  { origin: 'https://example.com' },
  { origin: 'app://vault.example' },
  { origin: 'app://vault/' },
  { origin: 'APP://VAULT' },
  { origin: 'devtools://devtools' },
  { origin: 'file://' },
  { isMainFrame: false, isCurrentWindow: false, origin: '' },
]

const strange: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => 0,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 2 ** 60,
  () => '',
  () => '/etc/passwd',
  () => '..\\..\\x',
  () => 'https://example.com/',
  () => 'a\0b',
  () => '\u202Etxt.exe',
  () => '__proto__',
  () => [],
  () => [[]],
  () => ({}),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ toString: 'x', length: -1 }),
  () => new Uint8Array(0),
  () => new Uint8Array(70),
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => 10n,
  () => true,
]

/**
 * Makes a request for a schema that is usually wrong: right in outline, with some fields swapped for strange ones, left
 * out or added; or strange as a whole; or too large; or nested without end.
 */
export function wrongRequest(random: Random, schema: z.ZodType, maxBytes: number): unknown {
  const roll = random()
  if (roll < 0.08) return strangeValue(random)
  if (roll < 0.1) return tooLarge(random, maxBytes)
  if (roll < 0.14) return nested(40 + Math.trunc(random() * 200))
  const outline = outlineOf(schema)
  return spoil(random, valueFor(random, outline, 0))
}

const outlines = new WeakMap<z.ZodType, unknown>()

function outlineOf(schema: z.ZodType): unknown {
  const known = outlines.get(schema)
  if (known !== undefined) return known
  const outline = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
  outlines.set(schema, outline)
  return outline
}

interface Outline {
  readonly type?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly unknown[]
  readonly oneOf?: readonly unknown[]
}

function valueFor(random: Random, schema: unknown, depth: number): unknown {
  // Made by zod a moment ago; what it does not say stays open.
  const outline = (typeof schema === 'object' && schema !== null ? schema : {}) as Outline
  if (random() < 0.12 || depth > 6) return strangeValue(random)
  const choices = outline.anyOf ?? outline.oneOf
  if (choices) return valueFor(random, choices[Math.trunc(random() * choices.length)], depth + 1)
  if ('const' in outline) return outline.const
  if (outline.enum) return outline.enum[Math.trunc(random() * outline.enum.length)]
  switch (outline.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(outline.properties ?? {}).map(([name, inner]) => [
          name,
          valueFor(random, inner, depth + 1),
        ]),
      )
    case 'array':
      return Array.from({ length: Math.trunc(random() * 4) }, () =>
        valueFor(random, outline.items, depth + 1),
      )
    case 'string':
      return random() < 0.5 ? 'a'.repeat(Math.trunc(random() * 40)) : strangeValue(random)
    case 'integer':
    case 'number':
      return Math.trunc(random() * 100) - 20
    case 'boolean':
      return random() < 0.5
    default:
      return random() < 0.5 ? new Uint8Array(Math.trunc(random() * 80)) : strangeValue(random)
  }
}

function spoil(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(() => random() > 0.15)
  const added = random() < 0.4 ? [['path', '/etc/passwd'] as const] : []
  return Object.fromEntries([...entries, ...added])
}

function strangeValue(random: Random): unknown {
  return strange[Math.trunc(random() * strange.length)]?.()
}

let longText = ''

// One text for all: a limit is sixty-four mebibytes, and a text of that size is not made a thousand times.
function tooLarge(random: Random, maxBytes: number): unknown {
  const characters = Math.trunc(maxBytes / 2) + 1
  if (longText.length < characters) longText = 'x'.repeat(characters)
  return random() < 0.5 ? { text: longText } : [longText.slice(0, characters), { rows: [] }]
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let each = 0; each < depth; each += 1) value = each % 2 === 0 ? { in: value } : [value]
  return value
}
