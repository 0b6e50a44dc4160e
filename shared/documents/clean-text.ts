/**
 * Makes any string safe to print: what a page cannot carry is taken out or made visible.
 *
 * - Control characters go (XML 1.0 forbids them); tab and line break stay; CR and CRLF become a line break.
 * - Lone surrogates and the non-characters U+FFFE and U+FFFF become U+FFFD, so that a loss can be seen.
 * - Bidirectional embeddings, overrides and isolates go: they could make a term read differently on paper
 *   than in the record. Right-to-left letters and their marks (LRM, RLM, ALM) stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll(FORBIDDEN, '')
    .replaceAll(NON_CHARACTERS, '\uFFFD')
}

/** `cleanText` for places that hold one line: header, title, file name. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim()
}

/** Tells whether the first letter with a direction is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter !== undefined && RIGHT_TO_LEFT.test(letter)
}

const FORBIDDEN = new RegExp(
  '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\u00AD]',
  'g',
)
const NON_CHARACTERS = new RegExp('[\\uFFFE\\uFFFF\\uFFF9-\\uFFFB]', 'g')
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
