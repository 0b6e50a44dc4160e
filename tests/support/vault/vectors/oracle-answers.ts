import { readHeader } from '../oracle/oracle-header.ts'
import { oracleName, oracleOpen, oraclePurposeKey } from '../oracle/oracle-seal.ts'
import { readRecoveryKey, readValue } from '../oracle/oracle-values.ts'
import { inOneOrder } from '#renderer/harness/vault/vectors/vector-set.ts'
import type { VectorAnswer, VectorSet } from '#renderer/harness/vault/vectors/vector-set.ts'

/** What the second implementation answers to every vector. */
export function oracleAnswers(vectors: VectorSet): readonly VectorAnswer[] {
  const named = <V extends { readonly name: string }>(
    area: string,
    of: readonly V[],
    answer: (v: V) => string,
  ) => of.map((vector) => ({ vector: `${area}: ${vector.name}`, answer: answer(vector) }))
  return [
    ...named('sealed', vectors.sealed, ({ secret, context, sealed }) => {
      const own = { ...context, vaultId: bytes(context.vaultId), objectId: bytes(context.objectId) }
      const opened = oracleOpen(bytes(secret), own, bytes(sealed))
      return 'plain' in opened ? `ok ${opened.plain.toString('hex')}` : opened.code
    }),
    ...named('headers', vectors.headers, ({ header }) => {
      const read = readHeader(bytes(header))
      return 'code' in read ? read.code : 'ok'
    }),
    ...named('values', vectors.values, ({ encoded }) => {
      const read = readValue(bytes(encoded))
      return 'code' in read ? read.code : `ok ${inOneOrder(read.value)}`
    }),
    ...named('recovery keys', vectors.recoveryKeys, ({ typed }) => {
      const key = readRecoveryKey(typed)
      return key ? `ok ${key.toString('hex')}` : 'mistyped'
    }),
    ...named('names', vectors.names, ({ vaultKey, vaultId, store, id }) => {
      const key = oraclePurposeKey(bytes(vaultKey), bytes(vaultId), 'name')
      return `ok ${oracleName(key, store, id).toString('hex')}`
    }),
  ]
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}
