/** Whether a line reads as wording rather than as a name, a caption or a heading. */
export function isSentence(text: string): boolean {
  return text.length >= 60 || (text.split(/\s+/).length >= 4 && /[.;:!?]["”’)]?$/.test(text))
}
