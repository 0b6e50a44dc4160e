import { writeReference } from './reference.ts'

const opening = '<!-- reference: written by write-reference.ts, checked by a test -->'

/** The README with its generated part as it should be now; everything before the mark stays. */
export function withReference(readme: string): string {
  const at = readme.indexOf(opening)
  if (at < 0) throw new Error('The README has lost the mark where its reference begins')
  // The tables stay as they are written: aligned columns would change with every new word.
  const kept = ['<!-- prettier-ignore-start -->', writeReference(), '<!-- prettier-ignore-end -->'].join(
    '\n\n',
  )
  return `${readme.slice(0, at)}${opening}\n\n${kept}\n`
}
