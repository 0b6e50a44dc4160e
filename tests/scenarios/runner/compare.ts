import { isDeepStrictEqual } from 'node:util'

export interface Comparison {
  readonly equals?: unknown
  readonly contains?: string | readonly string[] | undefined
  readonly excludes?: string | readonly string[] | undefined
  readonly matches?: string | undefined
  readonly absent?: boolean | undefined
  readonly count?: number | undefined
}

/** Tells what does not hold; each sentence names the value found. */
export function compare(found: unknown, wanted: Comparison): readonly string[] {
  const problems: string[] = []
  const seen = show(found)
  if (wanted.absent !== undefined && isAbsent(found) !== wanted.absent)
    problems.push(wanted.absent ? `should be absent, is ${seen}` : 'is absent')
  if (wanted.equals !== undefined && !isDeepStrictEqual(normal(found), normal(wanted.equals)))
    problems.push(`should be ${show(wanted.equals)}, is ${seen}`)
  for (const each of list(wanted.contains))
    if (!holds(found, each)) problems.push(`should contain “${each}”, is ${seen}`)
  for (const each of list(wanted.excludes))
    if (holds(found, each)) problems.push(`should not contain “${each}”, is ${seen}`)
  if (wanted.matches !== undefined && !new RegExp(wanted.matches, 'u').test(plain(found)))
    problems.push(`should match /${wanted.matches}/, is ${seen}`)
  if (wanted.count !== undefined && countOf(found) !== wanted.count)
    problems.push(`should have ${String(wanted.count)} entries, has ${String(countOf(found))}`)
  return problems
}

/** Whether a value holds all the facts wanted, however deep; other facts may stand beside them. */
export function includes(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(found) && wanted.every((each) => found.some((one) => includes(one, each)))
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof found !== 'object' || found === null) return false
    return Object.entries(wanted).every(([key, each]) =>
      includes((found as Record<string, unknown>)[key], each),
    )
  }
  return isDeepStrictEqual(found, wanted)
}

/** The value at a path like `terms.0.text`; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => {
    if (Array.isArray(at) && part === 'last') return at.at(-1)
    return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined
  }, value)
}

/** One text or several as a list. */
export function list(texts: string | readonly string[] | undefined): readonly string[] {
  if (texts === undefined) return []
  return typeof texts === 'string' ? [texts] : texts
}

/** A value as it is shown in a message, cut to a line. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

function holds(found: unknown, text: string): boolean {
  if (Array.isArray(found))
    return found.some((each) => (typeof each === 'string' ? each === text : holds(each, text)))
  return plain(found).includes(text)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

/** Key order and undefined fields do not count. */
function normal(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
