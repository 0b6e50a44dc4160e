/** Makes a text comparable while searching: no accents, no capitals, no space at its ends. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
