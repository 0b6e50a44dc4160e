/** The initials of a party as they fit into a mark: `O.V-C.` becomes `OVC`. */
export function markInitials({
  initials,
  letter,
}: {
  readonly initials: string
  readonly letter: string
}): string {
  const letters = [...initials.replace(/[^\p{L}\p{N}]/gu, '')].slice(0, 3).join('')
  return letters || letter
}
