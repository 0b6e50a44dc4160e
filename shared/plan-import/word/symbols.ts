import type { XmlElement } from '../xml/xml-tree.ts'

/** Characters of the symbol fonts that turn up in legal text; the code is the low byte of the private-use one. */
const symbolFonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    0xb7: '•',
    0xa7: '♣',
    0xae: '→',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xa3: '≤',
    0xd3: '©',
    0xd2: '®',
    0xd4: '™',
    0xbe: '—',
    0xb4: '×',
  },
  wingdings: {
    0xa7: '▪',
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0xa8: '◻',
    0xfc: '✓',
    0xfe: '☑',
    0xfd: '☒',
    0xd8: '➢',
    0xe0: '→',
    0x76: '❖',
    0x4a: '☺',
  },
  'wingdings 2': { 0x50: '✓', 0x52: '☑', 0xa3: '□', 0x54: '☒', 0x97: '●' },
  webdings: { 0x61: '✓', 0x72: '✗' },
}

/** The character a symbol element stands for; `�` for one we do not know, so that it is seen to be missing. */
export function symbolText(element: XmlElement): string {
  const attributes = [...element.attributes]
  const read = (name: string) => attributes.find(([key]) => key.endsWith(`:${name}`))?.[1]
  const code = Number.parseInt(read('char') ?? '', 16)
  if (Number.isNaN(code) || code > 0x10ffff) return '\uFFFD'
  const known = symbolFonts[(read('font') ?? '').toLowerCase()]
  if (known !== undefined) return known[code & 0xff] ?? '\uFFFD'
  return code >= 0xe000 && code <= 0xf8ff ? '\uFFFD' : String.fromCodePoint(code)
}
