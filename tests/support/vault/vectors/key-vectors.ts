import { oracleName, oraclePurposeKey } from '../oracle/oracle-seal.ts'
import { writeRecoveryKey } from '../oracle/oracle-values.ts'
import { seededBytes } from './seeded-bytes.ts'
import type { NameVector, RecoveryKeyVector } from './vector-types.ts'

/** Recovery keys as they are typed: every form that opens, and mistakes that are noticed. */
export function recoveryKeyVectors(): RecoveryKeyVector[] {
  const keys = [
    Buffer.alloc(32),
    Buffer.alloc(32, 0xff),
    seededBytes('paper 1', 32),
    seededBytes('paper 2', 32),
  ]
  const key = seededBytes('paper 3', 32)
  const text = writeRecoveryKey(key)
  const good = (name: string, typed: string) => ({ name, typed, expect: 'ok', key: key.toString('hex') })
  const bad = (name: string, typed: string) => ({ name, typed, expect: 'mistyped' })
  return [
    ...keys.map((each, i) => ({
      name: `key ${String(i + 1)}`,
      typed: writeRecoveryKey(each),
      expect: 'ok',
      key: each.toString('hex'),
    })),
    good('lower case', text.toLowerCase()),
    good('without hyphens', text.replaceAll('-', '')),
    good('spaces instead of hyphens', text.replaceAll('-', ' ')),
    good('spaces, tabs and line breaks around', `\t ${text.replace('-', '\n')} \n`),
    good('dashes as a word processor makes them', text.replaceAll('-', '–')),
    good('O for 0, I and l for 1', text.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l')),
    bad('nothing', ''),
    bad('one group missing', text.slice(0, -5)),
    bad('one group too many', `${text}-0000`),
    bad('one character missing', text.slice(0, -1)),
    bad('the letter U', text.replace(/^./, 'U')),
    bad('a character that is none', text.replace(/^./, '*')),
    ...Array.from({ length: 8 }, (_, i) =>
      bad(`character ${String(7 * i + 1)} changed`, changeCharacter(text.replaceAll('-', ''), 7 * i)),
    ),
    bad('two neighbours exchanged', exchange(text.replaceAll('-', ''))),
    bad('bits beyond the key are set', changeCharacter(text.replaceAll('-', ''), 51)),
  ]
}

/** Names of objects, from the vault key on. */
export function nameVectors(): NameVector[] {
  const vaultKey = seededBytes('vault key', 32)
  const ids = ['practice', '0192f0c4-0000-7000-8000-000000000001', '', 'x'.repeat(300), 'Élodie']
  return ids.flatMap((id) =>
    ['heads', 'bodies'].map((store) => {
      const vaultId = seededBytes('header vault', 16)
      const names = oraclePurposeKey(vaultKey, vaultId, 'name')
      return {
        name: `${store}: ${id.slice(0, 20)}`,
        vaultKey: vaultKey.toString('hex'),
        vaultId: vaultId.toString('hex'),
        store,
        id,
        objectName: oracleName(names, store, id).toString('hex'),
      }
    }),
  )
}

function changeCharacter(text: string, at: number): string {
  const next = text[at] === '7' ? '8' : '7'
  return text.slice(0, at) + next + text.slice(at + 1)
}

function exchange(text: string): string {
  const at = [...text].findIndex((character, i) => i > 0 && character !== text[i - 1])
  return text.slice(0, at - 1) + (text[at] ?? '') + (text[at - 1] ?? '') + text.slice(at + 1)
}
