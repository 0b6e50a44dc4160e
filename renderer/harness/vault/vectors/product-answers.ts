import { bytesToHex, hexToBytes } from '#shared/vault/bytes.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { deriveMacKey, objectName } from '#shared/vault/key-tree.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { parseRecoveryKey } from '#shared/vault/recovery-key.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { inOneOrder } from './vector-set.ts'
import type { VectorAnswer, VectorSet } from './vector-set.ts'

/** What the product answers to every vector, on the platform that runs this: Node or a browser. */
export async function productAnswers(vectors: VectorSet): Promise<readonly VectorAnswer[]> {
  const answers = await Promise.all([
    ask('sealed', vectors.sealed, answerSealed),
    ask('headers', vectors.headers, answerHeader),
    ask('values', vectors.values, answerValue),
    ask('recovery keys', vectors.recoveryKeys, answerRecoveryKey),
    ask('names', vectors.names, answerName),
  ])
  return answers.flat()
}

async function ask<V extends { readonly name: string }>(
  area: string,
  vectors: readonly V[],
  answer: (vector: V) => Promise<string>,
): Promise<readonly VectorAnswer[]> {
  return Promise.all(
    vectors.map(async (vector) => ({ vector: `${area}: ${vector.name}`, answer: await answer(vector) })),
  )
}

async function answerSealed({ secret, context, sealed }: VectorSet['sealed'][number]): Promise<string> {
  const own = {
    ...context,
    vaultId: hexToBytes(context.vaultId),
    objectId: hexToBytes(context.objectId),
    flags: 0,
  }
  const opened = await open(await importSecret(hexToBytes(secret)), own, hexToBytes(sealed))
  return opened.ok ? `ok ${bytesToHex(opened.value)}` : opened.error.code
}

async function answerHeader({ header }: VectorSet['headers'][number]): Promise<string> {
  const read = await decodeHeader(hexToBytes(header))
  return read.ok ? 'ok' : read.error.code
}

async function answerValue({ encoded }: VectorSet['values'][number]): Promise<string> {
  const decoded = decodeValue(hexToBytes(encoded))
  return decoded.ok ? `ok ${inOneOrder(decoded.value)}` : decoded.error.code
}

async function answerRecoveryKey({ typed }: VectorSet['recoveryKeys'][number]): Promise<string> {
  const parsed = await parseRecoveryKey(typed)
  return parsed.ok ? `ok ${bytesToHex(parsed.value)}` : parsed.error.code
}

async function answerName({ vaultKey, vaultId, store, id }: VectorSet['names'][number]): Promise<string> {
  const key = await deriveMacKey(await importSecret(hexToBytes(vaultKey)), hexToBytes(vaultId), 'name')
  return `ok ${bytesToHex(await objectName(key, store, id))}`
}
