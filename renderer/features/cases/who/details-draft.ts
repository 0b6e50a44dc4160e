import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { updateCase } from '#shared/commands/cases.ts'
import type { CommandInput } from '#shared/commands/command.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { childrenInput, familyProblems, type ChildDraft, type FieldProblems } from '../enter/family-draft.ts'

export interface CounselDraft {
  readonly key: string
  readonly name: string
  readonly firm: string
  /** The client; empty for the children. */
  readonly partyId: string
}

/** What the form that mends a case holds. */
export interface DetailsDraft {
  readonly label: string
  readonly profile: string
  readonly parties: readonly {
    readonly id: string
    readonly letter: string
    readonly role: 'parent' | 'other'
    readonly name: string
    readonly shortName: string
  }[]
  readonly children: readonly ChildDraft[]
  readonly counsel: readonly CounselDraft[]
  readonly hasCourt: boolean
  readonly courtName: string
  readonly registry: string
  readonly fileNumber: string
}

/** The form as the case stands. */
export function detailsDraft(head: CaseHead): DetailsDraft {
  return {
    label: head.label,
    profile: head.profileId,
    parties: head.parties.map(({ id, letter, role, name, shortName }) => ({
      id,
      letter,
      role,
      name,
      shortName,
    })),
    children: head.children.map(({ id, name, birthYear }) => ({
      key: id,
      name,
      birthYear: birthYear === null ? '' : String(birthYear),
    })),
    counsel: head.counsel.map(({ id, name, firm, forPartyId }) => ({
      key: id,
      name,
      firm,
      partyId: forPartyId ?? '',
    })),
    hasCourt: head.court !== null,
    courtName: head.court?.name ?? '',
    registry: head.court?.registry ?? '',
    fileNumber: head.court?.fileNumber ?? '',
  }
}

/** What must be mended before the changes can be saved. */
export function detailsProblems(draft: DetailsDraft, lastYear: number): FieldProblems {
  const family = familyProblems(
    { ...draft, parties: draft.parties.map(({ id, name, role }) => ({ key: id, name, role })) },
    lastYear,
  )
  const lines = [
    ...draft.parties.map(({ id, shortName }) => [`short:${id}`, lineProblem(shortName)] as const),
    ...draft.counsel.map(({ key, name }) => [`counsel:${key}`, lineProblem(name)] as const),
    ...draft.counsel.map(({ key, firm }) => [`firm:${key}`, lineProblem(firm)] as const),
  ]
  const problems = new Map(family)
  for (const [field, problem] of lines) if (problem !== undefined) problems.set(field, problem)
  return problems
}

/** The command's input for a draft without problems. */
export function detailsInput(
  caseId: string,
  draft: DetailsDraft,
  isPlaceFixed: boolean,
): CommandInput<typeof updateCase> {
  return {
    case: caseId,
    ...(draft.label.trim() === '' ? {} : { label: draft.label }),
    ...(isPlaceFixed ? {} : { profile: draft.profile }),
    parties: draft.parties.map(({ id, name, shortName }) => ({
      party: id,
      name,
      ...(shortName.trim() === '' ? {} : { shortName }),
    })),
    children: childrenInput(draft.children),
    counsel: draft.counsel
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, firm, partyId }) => ({ name, firm, for: partyId === '' ? null : partyId })),
    court: draft.hasCourt
      ? { name: draft.courtName, registry: draft.registry, fileNumber: draft.fileNumber }
      : null,
  }
}
