/** Address of a section of a case, or of something inside it. Addresses carry ids, never names. */
export function caseHref(caseId: string, section = 'overview', ...rest: readonly string[]): string {
  return `#/cases/${[caseId, section, ...rest].map(encodeURIComponent).join('/')}`
}

/** Address of the history of a case, or of one record. */
export function historyHref(of: 'case' | 'record', id: string): string {
  return `#/safekeeping/history/${of}/${encodeURIComponent(id)}`
}
