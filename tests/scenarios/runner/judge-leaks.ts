import type { Driver } from './driver.ts'
import { isIn } from './judge-document.ts'

/** Looks for strings in every exported file and in the folder that holds the vault. */
export async function judgeLeaks(
  driver: Driver,
  exports: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const files = await Promise.all(exports.map((fileName) => driver.readExport(fileName, false)))
  const exported = words.flatMap((each) =>
    files.filter((file) => isIn(file, each)).map(({ fileName }) => `“${each}” stands in ${fileName}`),
  )
  const stored = await driver.findInProfile(words)
  return [...exported, ...stored.map((place) => `found in clear in ${place}`)]
}
