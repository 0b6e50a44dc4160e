import type { Driver } from './driver.ts'
import { isIn } from './judge-document.ts'

/** Looks for strings in every exported file and in the folder that holds the vault. */
export async function judgeLeaks(
  driver: Driver,
  exports: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const read = await Promise.allSettled(exports.map((fileName) => driver.readExport(fileName, false)))
  const files = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const exported = words.flatMap((each) =>
    files.filter((file) => isIn(file, each)).map(({ fileName }) => `“${each}” stands in ${fileName}`),
  )
  const stored = await driver.findInProfile(words)
  const problems = [...exported, ...stored.map((place) => `found in clear in ${place}`)]
  const unread = read.find((each) => each.status === 'rejected')
  // What could be read was looked through first; a file that could not be read is never taken for clean.
  if (problems.length === 0 && unread) throw unread.reason
  return problems
}
