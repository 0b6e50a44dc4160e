import type { Block, DocumentModel } from '../model.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import { writtenDate, writtenDateTime, writtenEnd, zoneName } from '../words/dates.ts'
import { body, fields, heading, list, note, prose, quote, section, table } from './blocks.ts'
import { furniture, legends } from './furniture.ts'
import type { CalculationContent, DecisionContent } from './input.ts'
import { deadlineBlocks, termBlocks } from './terms.ts'

/**
 * Builds the decision, or the recommendation, in the order that practice expects: authority, issue, plan, attempts,
 * hearing, positions, information, reasons, operative terms, what stays, review, fees, delivery, signature.
 *
 * It is the same document for both parents and the court. A section without text is left out once issued and
 * shows a blank to fill in while a draft.
 */
export function decisionModel(content: DecisionContent): DocumentModel {
  const blank = { isDraft: content.status === 'draft' }
  const isDecision = content.form === 'decision'
  return {
    kind: 'decision',
    status: content.status,
    title: content.title,
    ...furniture(content.practice, content.matter, agreementDate(content)),
    runningHeader: `${content.title}, version ${String(content.version)}`,
    legend: legends[content.instrument?.regime ?? 'closed'],
    blocks: [
      ...opening(content),
      ...section('Authority', authority(content), blank),
      ...section('The issue', issue(content), blank),
      ...section('What the plan says', plan(content), blank),
      ...section('Attempts at agreement', attempts(content), blank),
      ...section('How each parent was heard', hearing(content), blank),
      ...section('What each parent asked for', positions(content), blank),
      ...section('Information considered', prose(content.information), blank),
      ...section(
        'Findings',
        [...prose(content.findings), ...content.calculations.flatMap(calculation)],
        blank,
      ),
      ...section('Reasons', prose(content.reasons), blank),
      ...section(isDecision ? 'Decision' : 'Recommendation', termBlocks(content.terms), blank),
      ...notDecided(content),
      ...section(`What this ${content.form} does not change`, prose(content.unchanged), blank),
      ...section('Review', [...prose(content.reviewText), ...deadlineBlocks(content.deadlines)], blank),
      ...section('Fees', prose(content.fees), blank),
      ...section('Delivery', delivery(content), blank),
      signature(content),
    ],
  }
}

function agreementDate({ instrument }: DecisionContent) {
  return instrument?.kind === 'agreement' ? instrument.madeOn : null
}

function opening({
  corrects,
  correctionNote,
  supersededBy,
  form,
  instrument,
}: DecisionContent): readonly Block[] {
  return [
    ...(supersededBy === null ? [] : [note(`Superseded by ${supersededBy}.`)]),
    ...(corrects === null ? [] : [body(`This document corrects ${corrects}.`), ...prose(correctionNote)]),
    ...(form === 'recommendation' ? [note(notBinding[instrument?.decisionType ?? 'none'])] : []),
  ]
}

const notBinding = {
  none: 'Not binding. The parenting coordinator has no authority to decide this matter.',
  recommend:
    'A recommendation, not a decision. It binds nobody unless the law, the order or the agreement says so.',
  'decide-temporary': 'A recommendation, not a decision. It binds nobody.',
  'decide-binding': 'A recommendation, not a decision. It binds nobody.',
} as const

const natures = {
  none: null,
  recommend: 'To recommend',
  'decide-temporary': 'To decide for a time, subject to the court',
  'decide-binding': 'To decide with binding effect',
} as const

function authority({ instrument, oralOn, writtenOn, effectiveOn }: DecisionContent): readonly Block[] {
  if (instrument === null) return []
  const made = instrument.kind === 'order' ? 'Order made on' : 'Agreement made on'
  const end = instrument.termEnd === null ? 'no end set' : formatLongDate(instrument.termEnd)
  return fields(
    ['Source', instrument.title],
    [made, formatLongDate(instrument.madeOn)],
    ['Clause', instrument.clause],
    ['In force', `${formatLongDate(instrument.termStart)} to ${end}`],
    ['Power given', natures[instrument.decisionType]],
    ['Told orally on', oralOn === null ? null : formatLongDate(oralOn)],
    ['Written on', writtenDate(writtenOn)],
    ['Effective on', writtenDate(effectiveOn)],
  )
}

function issue({ issue: submitted, asked }: DecisionContent): readonly Block[] {
  const question = asked.trim() === '' ? submitted.question : asked
  const facts = fields(
    ['Subject', `${submitted.code} ${submitted.name}`.trim()],
    ['Raised by', submitted.raisedBy],
    ['Raised on', formatLongDate(submitted.raisedOn)],
  )
  return [...facts, ...prose(question)]
}

function plan({ clauses, silentReason }: DecisionContent): readonly Block[] {
  const quoted = clauses.map(({ citation, heading: title, text }) =>
    quote(`${[paragraphMark(citation), title].filter((part) => part !== '').join(' \u2013 ')}\n${text}`),
  )
  if (silentReason.trim() === '') return quoted
  return [...quoted, body('The plan is silent on this issue.'), ...prose(silentReason)]
}

/** "¶ 7.2"; a citation that brings its own mark or word ("§ 4", "Schedule B") stays as it is. */
function paragraphMark(citation: string): string {
  return /^\d/.test(citation) ? `\u00B6 ${citation}` : citation
}

function attempts({ attempts: text, facilitation, instrument }: DecisionContent): readonly Block[] {
  const outcome =
    facilitation === null ? [] : [body(`${facilitation.outcome} on ${formatLongDate(facilitation.on)}.`)]
  if (instrument?.regime === 'closed')
    return [body('Agreement was sought first. What was said is confidential.'), ...outcome]
  return [...prose(text), ...outcome]
}

function hearing({ heard, matter }: DecisionContent): readonly Block[] {
  const rows = heard.map(({ label, noticeAt, answerBy, receivedOn }) => [
    label,
    noticeAt === null ? 'none' : writtenDateTime(noticeAt),
    answerBy === null ? '' : writtenEnd(answerBy),
    receivedOn === null ? 'no answer' : formatLongDate(receivedOn),
  ])
  const columns = [
    ['Parent', 16],
    ['Notice sent', 28],
    ['Time to answer ended', 30],
    ['Answer received', 26],
  ] as const
  const written = table('Notice and answer', columns, rows)
  return written.length === 0 ? [] : [...written, note(`Times are in ${zoneName(matter.zone)}.`)]
}

function positions({ positions: stated }: DecisionContent): readonly Block[] {
  return stated.flatMap(({ label, text }) => [
    heading(2, label),
    ...(text.trim() === '' ? [note('No position stated.')] : prose(text)),
  ])
}

function calculation({ title, table: figures, lines }: CalculationContent): readonly Block[] {
  if (figures === null) return [heading(2, title), ...lines.map(body)]
  const width = 100 / figures.columns.length
  return [
    heading(2, title),
    ...table(
      '',
      figures.columns.map((column) => [column, width] as const),
      figures.rows,
    ),
    ...lines.map(body),
  ]
}

function notDecided({ notDecided: asked }: DecisionContent): readonly Block[] {
  if (asked.length === 0) return []
  return [
    heading(1, 'Asked for and not decided'),
    list(asked.map(({ text, reason }) => (reason === '' ? text : `${text} Reason: ${reason}`))),
  ]
}

function delivery({ delivery: sent }: DecisionContent): readonly Block[] {
  const rows = sent.map(({ to, how, at }) => [to, how, at === null ? '' : writtenDateTime(at)])
  return table(
    '',
    [
      ['To', 32],
      ['How', 24],
      ['When', 44],
    ],
    rows,
  )
}

function signature({ practice, signedAt, writtenOn }: DecisionContent): Block {
  const place = signedAt.trim() === '' ? practice.place : signedAt
  const dated = `Dated ${place === '' ? '' : `at ${place} `}on ${writtenDate(writtenOn)}`
  return {
    type: 'signature',
    lines: [practice.name, practice.credentials, practice.role, dated].filter((line) => line !== ''),
  }
}
