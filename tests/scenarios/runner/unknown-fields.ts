import { z } from 'zod'

export interface UnknownField {
  /** Path of the field from the top, with dots. */
  readonly field: string
  /** The fields that exist in its place. */
  readonly known: readonly string[]
}

/** Finds the fields of a value that its schema does not have, however deep, whatever else is wrong with it. */
export function unknownFields(schema: unknown, value: unknown, path = ''): readonly UnknownField[] {
  const inner = innermost(schema)
  if (inner instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.flatMap((each, index) => unknownFields(inner.element, each, join(path, String(index))))
      : []
  if (inner instanceof z.ZodUnion) return unknownInEvery(inner.options, value, path)
  if (inner instanceof z.ZodObject) return unknownInObject(inner, value, path)
  return []
}

function unknownInObject(schema: z.ZodObject, value: unknown, path: string): readonly UnknownField[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const known = Object.keys(schema.shape)
  const isStrict = schema.def.catchall instanceof z.ZodNever
  return Object.entries(value).flatMap(([key, each]) => {
    if (Object.hasOwn(schema.shape, key)) return unknownFields(schema.shape[key], each, join(path, key))
    return isStrict ? [{ field: join(path, key), known }] : []
  })
}

/** A field is unknown to a union when it is unknown to the option that the value comes closest to. */
function unknownInEvery(options: readonly unknown[], value: unknown, path: string): readonly UnknownField[] {
  const objects = options.filter((option) => {
    const inner = innermost(option)
    return inner instanceof z.ZodObject || inner instanceof z.ZodUnion ? fits(inner, value) : false
  })
  const found = objects.map((option) => unknownFields(option, value, path))
  const [closest = []] = found.toSorted((a, b) => a.length - b.length)
  return closest
}

/** Whether the literals of an object, such as its `kind`, are those of the value. */
function fits(schema: z.ZodObject | z.ZodUnion, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (!(schema instanceof z.ZodObject)) return true
  return Object.entries(schema.shape).every(
    ([key, each]) =>
      !(each instanceof z.ZodLiteral) || each.safeParse((value as Record<string, unknown>)[key]).success,
  )
}

/** The schema inside of optional, nullable, default, refined and transformed ones, as it reads what comes in. */
export function innermost(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return innermost(schema.unwrap())
  if (schema instanceof z.ZodPipe) return innermost(schema.in)
  return schema
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
