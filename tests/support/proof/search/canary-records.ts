import { z } from 'zod'
import { recordKinds } from '#shared/records/record.ts'
import type { RecordKind } from '#shared/records/record.ts'

/** A record with a canary in each of its texts. */
export interface CanaryRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly caseId: string | null
  readonly head: unknown
  readonly body: unknown
}

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/**
 * Makes records of every kind from their schemas, `copies` of each: every text that is not one of a fixed list is a canary,
 * lists have one element, and of every choice each branch is taken in some copy.
 */
export function canaryRecords(canary: () => string, copies: number): readonly CanaryRecord[] {
  // Every kind there is, as the type of the table says.
  return (Object.keys(recordKinds) as RecordKind[]).flatMap((kind) =>
    Array.from({ length: copies }, (_, copy): CanaryRecord => {
      const { head, body } = recordKinds[kind]
      const fill = (schema: z.ZodType) =>
        filled(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema, canary, copy)
      return { id: `${kind}-${canary()}`, kind, caseId: 'case-1', head: fill(head), body: fill(body) }
    }),
  )
}

function filled(schema: Schema, canary: () => string, copy: number): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[copy % schema.enum.length]
  const choices = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null')
  if (choices && choices.length > 0) return filled(choices[copy % choices.length] ?? {}, canary, copy)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => filled(part, canary, copy)))
  switch (schema.type) {
    case 'string':
      return canary()
    case 'integer':
    case 'number':
      return copy
    case 'boolean':
      return copy % 2 === 0
    case 'array':
      return [filled(schema.items ?? {}, canary, copy)]
    case 'object':
      return filledObject(schema, canary, copy)
    default:
      return null
  }
}

function filledObject(
  { properties = {}, additionalProperties }: Schema,
  canary: () => string,
  copy: number,
): Readonly<Record<string, unknown>> {
  const named = Object.entries(properties).map(([name, part]) => [name, filled(part, canary, copy)] as const)
  const others =
    typeof additionalProperties === 'object' && additionalProperties.type !== undefined
      ? [[canary(), filled(additionalProperties, canary, copy)] as const]
      : []
  return Object.fromEntries([...named, ...others])
}
