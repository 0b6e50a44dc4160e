import { z } from 'zod'

interface Method {
  readonly request: z.ZodType
}

const places = [
  '/etc/passwd',
  'C:\\Windows\\x',
  '\\\\server\\share',
  '../x',
  'https://example.com/',
  'file:///x',
]

/**
 * Texts that lead nowhere: the words of a document, a name that the host cleans of every separator, what goes into the
 * clipboard, and facts that the host only keeps. Each has a test of its own.
 */
const leadNowhere =
  /^(documents\.export\.model\.|clipboard\.copy\.text$|[a-zA-Z.]+\.(suggestedName|fileName)$)/

/** Finds texts in requests that could hold a path or an address; the page may never say where. */
export function addressFields(methods: Readonly<Record<string, Method>>): readonly string[] {
  return Object.entries(methods).flatMap(([name, { request }]) =>
    textsOf(z.toJSONSchema(request, { unrepresentable: 'any', io: 'input' }), name)
      .filter(({ field }) => !leadNowhere.test(field))
      .filter(({ schema }) => takesPlaces(schema))
      .map(({ field }) => `${field} takes a path or an address`),
  )
}

interface TextField {
  readonly field: string
  readonly schema: { readonly pattern?: string; readonly maxLength?: number }
}

function textsOf(schema: unknown, field: string): readonly TextField[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('type' in schema && schema.type === 'string' && !('enum' in schema) && !('const' in schema)) {
    // Made by zod: a text may have a pattern and a length.
    return [{ field, schema: schema as TextField['schema'] }]
  }
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
          textsOf(inner, `${field}.${name}`),
        )
      : textsOf(value, field),
  )
}

function takesPlaces({ pattern, maxLength = Number.POSITIVE_INFINITY }: TextField['schema']): boolean {
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  return places.some((place) => place.length <= maxLength && (shape === undefined || shape.test(place)))
}
