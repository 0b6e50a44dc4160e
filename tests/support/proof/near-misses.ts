import { below, oneOf } from './random.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .-!éöÅñßﬁｋ한ṩ🏡'] as [string, ...string[]]

/** A passphrase of 12 to 51 letters, with some that have several forms in Unicode. */
export function passphraseFrom(random: () => number): string {
  return Array.from({ length: 12 + below(random, 40) }, () => oneOf(random, letters)).join('')
}

/** Other ways in which the same text may reach the program: as typed on another system, or pasted. */
export function sameTexts(text: string): readonly string[] {
  return (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => text.normalize(form))
}

type Miss = (text: string, at: number) => string

const insert =
  (piece: string): Miss =>
  (text, at) =>
    [...text].toSpliced(at, 0, piece).join('')

const misses: readonly [Miss, ...Miss[]] = [
  (text, at) => [...text].toSpliced(at, 1).join(''),
  (text, at) => [...text].with(at, '#').join(''),
  (text, at) => [...text].toSpliced(at, 0, [...text][at] ?? 'x').join(''),
  (text, at) => [...text].with(at, [...text][(at + 1) % [...text].length] ?? 'x').join(''),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => `${text}\n`,
  (text) => text.trim(),
  (text) => text.slice(0, -1),
  (text) => `${text}${text}`,
  (text) => text.replaceAll(/\p{M}|[\u0300-\u036f]/gu, ''),
  (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  (text) => text.replace(/[aeiou]/u, 'е'),
  () => '',
  insert('\u200b'),
  insert('\u0301'),
  insert('\u00ad'),
  insert('\u0000'),
  insert('\ufeff'),
]

/** A text that looks or sounds like this one and is another, in every form of Unicode. */
export function nearMissFrom(random: () => number, text: string): string {
  const length = [...text].length
  for (;;) {
    const missed = oneOf(random, misses)(text, below(random, length))
    if (missed.normalize('NFKC') !== text.normalize('NFKC')) return missed
  }
}
