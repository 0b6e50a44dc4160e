import type { Block, DocumentModel } from '../model.ts'
import { body, fields, heading, list, note, prose } from './blocks.ts'
import { fitOnePage } from './fit-one-page.ts'
import { furniture, legends } from './furniture.ts'
import type { ParentsSummaryContent } from './input.ts'
import { deadlineBlocks, termBlocks, timingInWords } from './terms.ts'

/**
 * Builds the page for the parents from the same record as the decision: same numbers, same words, no reasons.
 *
 * It keeps to one page by setting the type tighter. When that is not enough the model carries the warning
 * `longer-than-one-page`; a term is never cut.
 */
export function parentsSummaryModel(content: ParentsSummaryContent): DocumentModel {
  const title = `Summary for the parents: ${content.title}`
  return fitOnePage({
    kind: 'parents-summary',
    status: content.status,
    title,
    ...furniture(content.practice, content.matter, null),
    caption: caption(content),
    runningHeader: title,
    legend: legends[content.regime],
    blocks: [
      note(
        `This summary does not replace ${named(content)}. If the two ever differ, ${named(content)} counts.`,
      ),
      heading(1, 'What was asked'),
      ...prose(content.asked),
      heading(1, content.form === 'decision' ? 'What was decided' : 'What is recommended'),
      ...termBlocks(content.terms.map((term) => ({ ...term, overnights: null }))),
      heading(1, 'What you must do, by when'),
      ...fields(
        ...content.terms.map(
          (term) => [`Term ${bare(term.number)}`, timingInWords(term, content.effectiveOn)] as const,
        ),
      ),
      heading(1, 'What did not change'),
      ...unchanged(content),
      heading(1, 'If you disagree'),
      ...prose(content.reviewText),
      ...deadlineBlocks(content.deadlines),
      heading(1, 'Who to ask'),
      body(whoToAsk(content)),
    ],
  })
}

function caption({ matter, childFirstNames }: ParentsSummaryContent): readonly string[] {
  const parties = matter.parties.map(({ label, name }) => `${name} (${label})`).join(' and ')
  return [
    `For ${parties}`,
    ...(childFirstNames.length === 0 ? [] : [`About ${childFirstNames.join(' and ')}`]),
  ]
}

function unchanged({ unchanged: text, notDecided }: ParentsSummaryContent): readonly Block[] {
  const stays = prose(text)
  if (notDecided.length === 0) return stays
  return [
    ...stays,
    body('These were asked for and were not decided:'),
    list(notDecided.map((asked) => asked.text)),
  ]
}

function whoToAsk({ practice }: ParentsSummaryContent): string {
  const contact = practice.contact
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [`${practice.name}, ${practice.role}`, ...contact].join('. ')
}

/** The number of a term without its full stop. */
function bare(number: string): string {
  return number.replace(/\.$/, '')
}

/** "Determination No. 1"; a draft has no number yet and is "the determination". */
function named({ title, status }: ParentsSummaryContent): string {
  return status === 'issued' ? title : `the ${title.toLowerCase()}`
}
