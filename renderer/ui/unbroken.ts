const UNBROKEN = /\S{1500}/

/**
 * Tells whether a text has a run so long without a space that kerning it would hold up the page for seconds:
 * the browser shapes such a run anew for each line. Kerning is switched off for it (`data-unbroken`).
 */
export function isUnbroken(text: string): boolean {
  return UNBROKEN.test(text)
}
