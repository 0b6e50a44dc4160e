/**
 * The page has the one first heading, so those of the paper on it stand one level lower.
 */
export function lowerTag(tag: string): string {
  return tag.replace(/^h([1-4])$/, lower)
}

/** Lets the style of the paper follow: only selectors change, never a text that a rule prints. */
export function lowerSelectors(css: string): string {
  return css
    .split('\n')
    .map((line) => {
      const end = line.startsWith('.paper') ? line.indexOf('{') : -1
      return end < 0 ? line : line.slice(0, end).replace(/\bh([1-4])\b/g, lower) + line.slice(end)
    })
    .join('\n')
}

function lower(_: string, level: string): string {
  return `h${Number(level) + 1}`
}
