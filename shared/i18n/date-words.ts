const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Gives 0 (Sunday) to 6 for a weekday written out or cut to two letters or more, e.g. "fri" or "thurs"; lower case. */
export function weekdayNumber(word: string): number | undefined {
  return uniqueStart(weekdays, word, 2)
}

/** Gives 1 to 12 for a month written out or cut to three letters or more, e.g. "oct" or "sept"; lower case. */
export function monthNumber(word: string): number | undefined {
  const index = uniqueStart(months, word, 3)
  return index === undefined ? undefined : index + 1
}

function uniqueStart(words: readonly string[], start: string, shortest: number): number | undefined {
  if (start.length < shortest) return undefined
  const index = words.findIndex((word) => word.startsWith(start))
  return index === -1 ? undefined : index
}
