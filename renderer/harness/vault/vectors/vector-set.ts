interface Vector {
  readonly name: string
  readonly expect: string
}

/** The published vectors by what they are about, as far as answering them needs it; bytes are hexadecimal. */
export interface VectorSet {
  readonly sealed: readonly (Vector & {
    readonly secret: string
    readonly context: {
      readonly vaultId: string
      readonly store: string
      readonly objectId: string
    } & Readonly<Record<'rev' | 'schema' | 'epoch', number>>
    readonly sealed: string
    readonly plain?: string
  })[]
  readonly headers: readonly (Vector & { readonly header: string })[]
  readonly values: readonly (Vector & { readonly encoded: string; readonly json?: string })[]
  readonly recoveryKeys: readonly (Vector & { readonly typed: string; readonly key?: string })[]
  readonly names: readonly (Readonly<Record<'name' | 'vaultKey' | 'vaultId' | 'store' | 'id', string>> & {
    readonly objectName: string
  })[]
}

/** What one implementation answers to one vector: `ok` with what it read, or the class of the error. */
export interface VectorAnswer {
  readonly vector: string
  readonly answer: string
}

/** What everybody must answer. */
export function wantedAnswers(vectors: VectorSet): readonly VectorAnswer[] {
  const named = <V extends { readonly name: string }>(
    area: string,
    of: readonly V[],
    answer: (v: V) => string,
  ) => of.map((vector) => ({ vector: `${area}: ${vector.name}`, answer: answer(vector) }))
  return [
    ...named('sealed', vectors.sealed, ({ expect, plain = '' }) =>
      expect === 'ok' ? `ok ${plain}` : expect,
    ),
    ...named('headers', vectors.headers, ({ expect }) => expect),
    ...named('values', vectors.values, ({ expect, json = 'null' }) =>
      expect === 'ok' ? `ok ${inOneOrder(JSON.parse(json))}` : expect,
    ),
    ...named('recovery keys', vectors.recoveryKeys, ({ expect, key = '' }) =>
      expect === 'ok' ? `ok ${key}` : expect,
    ),
    ...named('names', vectors.names, ({ objectName }) => `ok ${objectName}`),
  ]
}

/** JSON with the members of every map in one order; byte strings as the vectors spell them. */
export function inOneOrder(value: unknown): string {
  if (value instanceof Uint8Array) return inOneOrder({ bytes: hexOf(value) })
  if (Array.isArray(value)) return `[${value.map(inOneOrder).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${inOneOrder(member)}`).join()}}`
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
