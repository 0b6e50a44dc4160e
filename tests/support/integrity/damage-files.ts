import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { below, bytesFrom, oneOf } from '#tests/support/proof/random.ts'
import type { Template } from './template.ts'

export const harms = ['flip', 'zero', 'cut', 'delete', 'garble', 'swap'] as const
export type Harm = (typeof harms)[number]

export const places = ['store', 'header', 'journal', 'snapshot', 'file'] as const
export type Place = (typeof places)[number]

/** Harms one file of a place; answers what was done, for the report. */
export function harmFile(
  random: () => number,
  template: Template,
  folder: string,
  place: Place,
  harm: Harm,
): string {
  const paths = filesOf(folder, place)
  const [first, ...rest] = paths
  if (first === undefined) throw new Error(`There is no file of ${place}`)
  const path = oneOf(random, [first, ...rest])
  const at = harmOne(random, path, harm, () => {
    const older = join(template.earlier, relative(folder, path))
    const others = paths.filter((each) => each !== path)
    const other = others[below(random, Math.max(1, others.length))]
    if (existsSync(older) && !readFileSync(older).equals(readFileSync(path))) return older
    return other
  })
  return `${place}, ${harm} ${at} of ${relative(folder, path)}`
}

function harmOne(
  random: () => number,
  path: string,
  harm: Harm,
  findOther: () => string | undefined,
): string {
  const bytes = readFileSync(path)
  const at = below(random, Math.max(1, usedBytes(bytes)))
  switch (harm) {
    case 'flip':
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
      break
    case 'zero':
      bytes.subarray(at - (at % 4096), at - (at % 4096) + 4096).fill(0)
      break
    case 'cut':
      truncateSync(path, at)
      return String(at)
    case 'delete':
      rmSync(path)
      return 'all'
    case 'garble':
      bytes.set(bytesFrom(random, Math.min(64, bytes.length)), 0)
      break
    case 'swap':
      return swap(path, bytes, findOther())
  }
  writeFileSync(path, bytes)
  return String(at)
}

/** An older state of the file is put back, or it changes places with another one; one that is alone is emptied. */
function swap(path: string, bytes: Buffer, other: string | undefined): string {
  const content = other === undefined ? Buffer.alloc(0) : readFileSync(other)
  writeFileSync(path, content)
  const isOlder = other?.includes('earlier') === true
  if (other !== undefined && !isOlder) writeFileSync(other, bytes)
  return isOlder ? 'older state' : 'places'
}

/** Room that was made ahead holds nothing that could be harmed. */
function usedBytes(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return end
}

function filesOf(folder: string, place: Place): readonly string[] {
  const data = join(folder, 'profile-vault')
  switch (place) {
    case 'store':
      return filesBelow(join(folder, 'profile', 'Default', 'IndexedDB')).filter(
        (path) => !/\/(LOCK|LOG|LOG\.old)$/u.test(path) && statSync(path).size > 0,
      )
    case 'header':
      return filesBelow(data).filter((path) => /header-[ab]\.cv$/u.test(path))
    case 'journal':
      return filesBelow(data).filter((path) => /journal-\d+\.cv$/u.test(path))
    case 'snapshot':
      return filesBelow(data).filter((path) => /(snap|base)-[\d-]+\.cv$/u.test(path))
    case 'file':
      return filesBelow(join(data, 'att'))
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted()
}
