/**
 * Writes any text as a quoted CSS string.
 *
 * All but letters, digits, space and a few marks become hexadecimal escapes, so that nothing in it can end the
 * string, the style sheet or the `<style>` element around it.
 */
export function cssString(text: string): string {
  const escaped = [...text.toWellFormed()]
    .map((character) => (PLAIN.test(character) ? character : `\\${hexOf(character)} `))
    .join('')
  return `"${escaped}"`
}

const PLAIN = /^[A-Za-z0-9 .,:()-]$/

function hexOf(character: string): string {
  const point = character.codePointAt(0) ?? 0xfffd
  // CSS reads an escaped zero as the replacement character anyway: say so openly.
  return (point === 0 ? 0xfffd : point).toString(16)
}
