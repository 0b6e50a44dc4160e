/** Text made comparable: no case, no accents, no punctuation, no invisible characters, one space between words. */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text in comparable form. */
export function comparableWords(text: string): readonly string[] {
  const words = comparable(text)
  return words === '' ? [] : words.split(' ')
}

/** Every run of `length` words. */
export function runsOf(words: readonly string[], length: number): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) =>
    words.slice(at, at + length).join(' '),
  )
}

/** Runs of digits with nothing but the usual marks of numbers between them. */
export function digitRuns(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(/\d[\d\s().+/-]*\d/g)].map(([run]) => run.replaceAll(/\D/g, ''))
}

/** Tells whether a run of words says more than the small change of the language. */
export function isTelling(run: string): boolean {
  const content = run.split(' ').filter((word) => word.length > 3 && !SMALL.has(word))
  return content.length >= 2
}

const SMALL: ReadonlySet<string> = new Set(
  'about after also because been before being between both does from have having here into more most only other over same should some such than that their them then there these they this those through under until very were what when where which while will with would your parent parents child children'.split(
    ' ',
  ),
)
