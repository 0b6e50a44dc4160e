import type { LabelledLine } from '../labels/find-labels.ts'
import type { PlanLabel } from '../labels/label-types.ts'
import { componentsOf, isOutermost, pathOf } from './clause-node.ts'
import type { ClauseNode, Placement, PlaceQuestion, Upcoming } from './clause-node.ts'
import { isSectionHeading } from './line-kinds.ts'
import { placeSingle } from './place-single.ts'

const lookAhead = 240

/** Works out from the numbers which clause stands under which; one node per numbered line, in order. */
export function placeClauses(lines: readonly LabelledLine[]): readonly ClauseNode[] {
  const numbered: (Upcoming & { readonly at: number })[] = []
  lines.forEach(({ label, line }, at) => {
    if (label !== null) numbered.push({ at, label, indent: line.look.indent })
  })
  const nodes: ClauseNode[] = []
  let section: string | null = null
  let place = 0
  let isAfterHeading = false
  lines.forEach((line, at) => {
    if (isSectionHeading(line)) {
      section = line.text
      isAfterHeading = true
    }
    if (line.label === null) return
    const question: PlaceQuestion = {
      label: line.label,
      indent: line.line.look.indent,
      last: nodes.at(-1) ?? null,
      upcoming: numbered.slice(place + 1, place + 1 + lookAhead),
      isAfterHeading,
    }
    const { parent, reading, label = line.label } = placeOne(question)
    const level = parent === null ? Math.max(1, levelAlone(label)) : parent.level + 1
    nodes.push({ at, label, reading, parent, level, indent: question.indent, section })
    place += 1
    isAfterHeading = false
  })
  return nodes
}

/** A number that names its whole place knows its depth even when the clauses above it are not in the document. */
function levelAlone(label: PlanLabel): number {
  return label.components.filter((component) => component !== '0').length
}

function placeOne(question: PlaceQuestion): Placement {
  const { label, last } = question
  if (label.components.length > 0) return { parent: parentByComponents(label, last), reading: null }
  if (label.word !== null) return placeContainer(label.word, label, last)
  const byList = placeByList(label, last)
  return byList ?? placeSingle(question)
}

/** `7.2(a)` stands under the open clause that its own first parts name, or under the article around it. */
function parentByComponents(label: PlanLabel, last: ClauseNode | null): ClauseNode | null {
  const wanted = label.components.filter((component, index) => component !== '0' || index === 0)
  return (
    pathOf(last).find((node) => {
      if (node.label.word !== null) return true
      const path = componentsOf(node)
      return path.length < wanted.length && path.every((component, index) => component === wanted[index])
    }) ?? null
  )
}

function placeContainer(word: string, label: PlanLabel, last: ClauseNode | null): Placement {
  const path = pathOf(last)
  const sibling = path.find((node) => node.label.word === word)
  const parent =
    sibling !== undefined
      ? sibling.parent
      : isOutermost(word)
        ? null
        : (path.find((node) => isOutermost(node.label.word)) ?? null)
  const next = label.readings.find(
    ({ kind, value }) => sibling?.reading?.kind === kind && value === sibling.reading.value + 1,
  )
  const romanFirst = label.readings.find(({ kind, value }) => kind === 'upper-roman' && value === 1)
  return { parent, reading: next ?? romanFirst ?? label.readings[0] ?? null }
}

/** Word's own list says which paragraph stands under which; other numbers may lie in between. */
function placeByList(label: PlanLabel, last: ClauseNode | null): Placement | null {
  const { list } = label
  if (list === null) return null
  const reading = label.readings[0] ?? null
  for (const node of pathOf(last)) {
    if (node.label.list?.id !== list.id) continue
    if (node.label.list.depth < list.depth) return { parent: node, reading }
    if (node.label.list.depth === list.depth) return { parent: node.parent, reading }
  }
  return null
}
