/** Address of a section of a case, or of something inside it. Addresses carry ids, never names. */
export function caseHref(caseId: string, section = 'overview', ...rest: readonly string[]): string {
  return `#/cases/${[caseId, section, ...rest].map(encodeURIComponent).join('/')}`
}
