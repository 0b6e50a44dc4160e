import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { createCase } from '#shared/commands/cases.ts'
import type { CommandInput } from '#shared/commands/command.ts'
import { t } from '#shared/i18n/index.ts'

export interface PersonDraft {
  readonly key: string
  readonly name: string
  readonly role: 'parent' | 'other'
}

export interface ChildDraft {
  readonly key: string
  readonly name: string
  /** As typed. */
  readonly birthYear: string
}

/** What the form that enters a family holds. */
export interface FamilyDraft {
  readonly parties: readonly PersonDraft[]
  readonly children: readonly ChildDraft[]
  readonly profile: string
  readonly hasCourt: boolean
  readonly courtName: string
  readonly registry: string
  readonly fileNumber: string
  readonly label: string
}

/** Sentences by the field they belong to: `party:<key>`, `child:<key>`, `year:<key>`, `courtName` and so on. */
export type FieldProblems = ReadonlyMap<string, string>

/** The form before anything was typed: two parents, one line for a child. */
export function emptyFamily(): FamilyDraft {
  return {
    parties: [
      { key: 'a', name: '', role: 'parent' },
      { key: 'b', name: '', role: 'parent' },
    ],
    children: [{ key: 'first', name: '', birthYear: '' }],
    profile: 'general',
    hasCourt: false,
    courtName: '',
    registry: '',
    fileNumber: '',
    label: '',
  }
}

/** What must be mended before the family can be entered. */
export function familyProblems(draft: FamilyDraft, lastYear: number): FieldProblems {
  const problems = new Map<string, string>()
  const add = (field: string, problem: string | undefined) => {
    if (problem !== undefined && !problems.has(field)) problems.set(field, problem)
  }
  draft.parties.forEach((party, index) => {
    add(`party:${party.key}`, nameProblem(party.name) ?? sameNameProblem(draft.parties, index))
  })
  for (const child of draft.children) {
    if (plainLine(child.name) === '' && child.birthYear.trim() === '') continue
    add(
      `child:${child.key}`,
      plainLine(child.name) === '' ? t('cases.enter.problems.childName') : lineProblem(child.name),
    )
    add(`year:${child.key}`, yearProblem(child.birthYear, lastYear))
  }
  if (draft.hasCourt) {
    add('courtName', plainLine(draft.courtName) === '' ? t('cases.enter.problems.courtMissing') : undefined)
    add('courtName', lineProblem(draft.courtName))
    add('registry', lineProblem(draft.registry))
    add('fileNumber', lineProblem(draft.fileNumber))
  }
  add('label', lineProblem(draft.label))
  return problems
}

/** The command's input for a draft without problems. Lines left empty are left out. */
export function familyInput(draft: FamilyDraft): CommandInput<typeof createCase> {
  return {
    label: draft.label,
    profile: draft.profile,
    parties: draft.parties.map(({ name, role }) => ({ name, role })),
    children: childrenInput(draft.children),
    court: draft.hasCourt
      ? { name: draft.courtName, registry: draft.registry, fileNumber: draft.fileNumber }
      : null,
  }
}

/** The children that have a name. */
export function childrenInput(children: readonly ChildDraft[]): { name: string; birthYear: number | null }[] {
  return children
    .filter(({ name }) => plainLine(name) !== '')
    .map(({ name, birthYear }) => ({ name, birthYear: birthYear.trim() === '' ? null : Number(birthYear) }))
}

/** What lists will call the family if the user gives no name; empty while a name is missing. */
export function suggestedLabel(parties: readonly PersonDraft[]): string {
  const lastNames = parties.map(({ name }) => plainLine(name).split(/\s+/u).at(-1) ?? '')
  return lastNames.every(Boolean) ? lastNames.join(' and ') : ''
}

/** Why a year of birth cannot be kept; an empty one can. */
export function yearProblem(typed: string, lastYear: number): string | undefined {
  const year = typed.trim()
  if (year === '') return undefined
  if (!/^\d{4}$/u.test(year)) return t('cases.enter.problems.notAYear')
  const isInRange = Number(year) >= 1990 && Number(year) <= lastYear
  return isInRange ? undefined : t('cases.enter.problems.yearRange', { last: lastYear })
}

function nameProblem(name: string): string | undefined {
  return plainLine(name) === '' ? t('cases.enter.problems.nameMissing') : lineProblem(name)
}

function sameNameProblem(parties: readonly PersonDraft[], index: number): string | undefined {
  const name = plainLine(parties[index]?.name ?? '').toLowerCase()
  const isTaken = parties.slice(0, index).some((other) => plainLine(other.name).toLowerCase() === name)
  return isTaken ? t('cases.enter.problems.sameName') : undefined
}

/** A line as it will be kept: control characters become spaces. */
function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
