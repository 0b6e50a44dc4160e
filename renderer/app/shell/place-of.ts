/** Where an address leads: the place, and inside a case its id and section. */
export interface PlaceOfAddress {
  readonly page: string
  readonly caseId?: string
  readonly section?: string
}

/** Reads `/cases/k3/disputes/d7`; an unknown or empty address is the place with no name. */
export function placeOf(location: string): PlaceOfAddress {
  const [page = '', caseId, section] = location.split('/').filter(Boolean).map(decodePart)
  // `#/cases/new` enters a family; no record has this id.
  if (page !== 'cases' || caseId === undefined || caseId === 'new') return { page }
  return { page, caseId, section: section ?? 'overview' }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // An address typed by hand may hold a stray percent sign.
  }
}
