/** Colours of the paper, as six hexadecimal digits: Word takes them bare, the paper style sheet behind a `#`. */
export const ink = {
  text: '1F2933',
  muted: '56616B',
  hairline: 'C9C3B6',
  shade: 'F4F1EA',
  accent: '0F5C5C',
  draft: '9A2A1F',
} as const
