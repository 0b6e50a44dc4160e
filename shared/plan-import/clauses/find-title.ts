import type { LabelledLine } from '../labels/find-labels.ts'

const planWords =
  /\b(plan|agreement|order|judgment|judgement|decree|stipulation|schedule|memorandum|consent|award)\b/i
const longestTitle = 150

/** The title of the plan: the paragraph styled as one, else the prominent line above the first clause that names it. */
export function findTitle(lines: readonly LabelledLine[]): string | null {
  const firstNumbered = lines.findIndex(({ label }) => label !== null && label.shape !== 'paragraph')
  const above = lines
    .slice(0, firstNumbered === -1 ? 12 : Math.min(firstNumbered, 40))
    .filter(
      ({ text, line }) =>
        text.length <= longestTitle && line.cell === null && !line.look.isContents && !line.look.isTextBox,
    )
  const oneLine = (line: LabelledLine | undefined) => line?.text.replaceAll(/\s+/g, ' ') ?? null
  const styled = above.find(({ line }) => line.look.isTitle)
  if (styled !== undefined) return oneLine(styled)
  const prominent = above.filter(
    ({ line }) => line.look.isStrong || line.look.isCentred || line.look.outline !== null,
  )
  // A heading right above the first number heads that part of the plan, and not the paper.
  const topmost = prominent.find(
    (line) => line.line.look.isCentred || lines[lines.indexOf(line) + 1]?.label === null,
  )
  return oneLine(prominent.find(({ text }) => planWords.test(text)) ?? topmost)
}
