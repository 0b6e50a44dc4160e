/** Every zone this computer knows, with the current one among them even where the list leaves it out (such as UTC). */
export function timeZones(current: string): readonly { readonly value: string; readonly label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])
  return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
}
