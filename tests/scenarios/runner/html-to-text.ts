const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
}

/** The text of an HTML or XML part as a reader sees it; elements that start a new line give a space. */
export function htmlToText(markup: string): string {
  return markup
    .replace(/<(style|script|title)\b[^>]*>[\s\S]*?<\/\1>/giu, ' ')
    .replace(/<[^>]+>/gu, (tag) => (isInline(tag) ? '' : ' '))
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      return entities[name ?? ''] ?? whole
    })
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Word splits a word into several runs, HTML into spans: neither ends a word. */
function isInline(tag: string): boolean {
  return /^<\/?(?:span|b|i|em|strong|a|w:r|w:t|w:rPr|w:b|w:i|w:lang|w:rStyle|w:rFonts|w:sz|w:color)\b/iu.test(
    tag,
  )
}
