import { writeValue } from '../oracle/oracle-values.ts'
import type { OracleValue } from '../oracle/oracle-values.ts'
import type { ValueVector } from './vector-types.ts'

const values: readonly (readonly [string, OracleValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['0', 0],
  ['23', 23],
  ['24', 24],
  ['255', 255],
  ['256', 256],
  ['65535', 65535],
  ['65536', 65536],
  ['2^32 - 1', 2 ** 32 - 1],
  ['2^32', 2 ** 32],
  ['largest safe integer', Number.MAX_SAFE_INTEGER],
  ['-1', -1],
  ['-24', -24],
  ['-25', -25],
  ['-257', -257],
  ['smallest safe integer', Number.MIN_SAFE_INTEGER],
  ['a half', 0.5],
  ['a tenth, negative', -0.1],
  ['2^60, no safe integer', 2 ** 60],
  ['empty text', ''],
  ['text of 23 bytes', 'x'.repeat(23)],
  ['text of 24 bytes', 'x'.repeat(24)],
  ['text of 300 bytes', 'x'.repeat(300)],
  ['text beyond ASCII', 'Élodie 🏡 שבת'],
  ['control characters', '\u0000\u001f\u007f'],
  ['empty bytes', Buffer.alloc(0)],
  ['bytes', Buffer.from('00ff80', 'hex')],
  ['empty list', []],
  ['list of 25', Array.from({ length: 25 }, (_, i) => i)],
  ['empty map', {}],
  ['map in another order than written', { bb: 1, a: 2, c: 3, aa: 4 }],
  ['map with keys beyond ASCII', { é: 1, z: 2, '🏡': 3, zz: 4, zzz: 5 }],
  ['map with a key named constructor', { constructor: 1, prototype: { x: null } }],
  ['a record', { id: 'x', head: { tiers: ['shared', 'private'], minutes: 45, agreed: false }, caseId: null }],
]

const refused: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['two values', '0000'],
  ['23 in two bytes', '1817'],
  ['255 in three bytes', '1900ff'],
  ['65535 in five bytes', '1a0000ffff'],
  ['2^32 - 1 in nine bytes', '1b00000000ffffffff'],
  ['an integer that is not safe', '1b0020000000000000'],
  ['a negative integer that is not safe', '3b001fffffffffffff'],
  ['largest unsigned integer', '1bffffffffffffffff'],
  ['cut integer', '19ff'],
  ['reserved length 28', '1c'],
  ['reserved length 31', '1f'],
  ['half float', 'f93800'],
  ['single float', 'fa3f000000'],
  ['float that is an integer', 'fb3ff0000000000000'],
  ['float zero', 'fb0000000000000000'],
  ['float minus zero', 'fb8000000000000000'],
  ['not a number', 'fb7ff8000000000000'],
  ['infinity', 'fb7ff0000000000000'],
  ['cut float', 'fb3fe00000000000'],
  ['undefined', 'f7'],
  ['simple value 0', 'e0'],
  ['break', 'ff'],
  ['tag', 'c000'],
  ['text of unknown length', '7f6161ff'],
  ['list of unknown length', '9f01ff'],
  ['map of unknown length', 'bf616101ff'],
  ['cut text', '6261'],
  ['text that is not UTF-8', '61ff'],
  ['text with a surrogate', '63eda080'],
  ['text in too many bytes', '62c080'],
  ['cut bytes', '42ff'],
  ['cut list', '8201'],
  ['list longer than its input', '9affffffff'],
  ['cut map', 'a16161'],
  ['map with a number as key', 'a10101'],
  ['map with bytes as key', 'a1416101'],
  ['map with a key twice', 'a2616101616102'],
  ['map in the wrong order', 'a2616201616102'],
  ['longer key first', 'a262616101616202'],
  ['key __proto__', 'a1695f5f70726f746f5f5f01'],
  ['text length in two bytes', '78016161'.slice(0, 6)],
  ['list length in two bytes', '980100'],
  ['map length in two bytes', 'b801616101'],
  ['nested too deeply', `${'81'.repeat(65)}00`],
]

/** Values with their one encoding, and encodings that are refused. */
export function valueVectors(): ValueVector[] {
  return [
    ...values.map(([name, value]) => ({
      name,
      encoded: writeValue(value).toString('hex'),
      expect: 'ok',
      json: JSON.stringify(spell(value)),
    })),
    ...refused.map(([name, encoded]) => ({ name, encoded, expect: 'bad-encoding' })),
  ]
}

function spell(value: OracleValue): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('hex') }
  if (Array.isArray(value)) return value.map(spell)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, spell(member)]))
}
