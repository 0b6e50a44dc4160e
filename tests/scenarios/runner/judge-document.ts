import type { DocumentCheck } from './check-format.ts'
import { compare, list } from './compare.ts'
import type { Driver, ExportedFile } from './driver.ts'

/** Tells what is wrong with an exported file, read back from disk. */
export async function judgeDocument(driver: Driver, check: DocumentCheck): Promise<readonly string[]> {
  const file = await driver.readExport(check.document, false)
  const text = comparable(file.text)
  const problems = [
    ...list(check.contains)
      .filter((each) => countIn(text, each) === 0)
      .map((each) => `should contain “${each}”`),
    ...list(check.containsOnce).flatMap((each) => onceProblem(text, each)),
    ...list(check.excludes)
      .filter((each) => isIn(file, each))
      .map((each) => `should not contain “${each}”`),
    ...orderProblems(text, check.inOrder ?? []),
    ...(check.matches === undefined ? [] : compare(text, { matches: check.matches })),
    ...(check.title === undefined
      ? []
      : compare(file.title, { equals: check.title }).map((each) => `title ${each}`)),
    ...compare(file.fileName, { contains: check.fileName, excludes: check.fileNameExcludes }),
  ]
  // Last, because it needs the most of this computer.
  return problems.length > 0 ? problems : pageProblems(driver, check)
}

/** Whether words stand anywhere in a file: its text, its parts and properties, its name. Letter case does not count. */
export function isIn(file: ExportedFile, words: string): boolean {
  const wanted = comparable(words).toLowerCase()
  return [file.text, file.fileName, file.title, ...file.parts].some((each) =>
    comparable(each).toLowerCase().includes(wanted),
  )
}

/** Only a printed file has pages; in memory nothing is printed. */
async function pageProblems(driver: Driver, check: DocumentCheck): Promise<readonly string[]> {
  if (check.pages === undefined) return []
  const { pages } = await driver.readExport(check.document, true)
  return pages === undefined
    ? []
    : compare(pages, { equals: check.pages }).map((problem) => `pages ${problem}`)
}

function onceProblem(text: string, words: string): readonly string[] {
  const count = countIn(text, words)
  return count === 1 ? [] : [`should contain “${words}” once, contains it ${String(count)} times`]
}

function orderProblems(text: string, words: readonly string[]): readonly string[] {
  let from = 0
  for (const each of words) {
    const at = text.indexOf(comparable(each), from)
    if (at < 0) return [`“${each}” should come after the words before it in the list`]
    from = at + comparable(each).length
  }
  return []
}

function countIn(text: string, words: string): number {
  return text.split(comparable(words)).length - 1
}

/** White space is one space, quotes and dashes are the plain ones: what a reader would not tell apart. */
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00AD\u200B]+/gu, ' ')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑]/gu, '-')
}
