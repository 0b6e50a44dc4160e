export interface MarkedPart {
  readonly text: string
  readonly isMatch: boolean
}

/** Cuts a text into what matches a searched word and what does not; nothing is lost or changed. */
export function markMatches(text: string, searched: string): readonly MarkedPart[] {
  const words = searched.split(/\s+/u).filter(Boolean).map(escapePattern)
  if (words.length === 0) return [{ text, isMatch: false }]
  const pattern = new RegExp(`(${words.join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, isMatch: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
