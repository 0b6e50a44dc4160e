import type { Block, DocumentModel } from '../model.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import { writtenDate, zoneName } from '../words/dates.ts'
import { leftOutOrder, leftOutWords } from '../words/left-out.ts'
import { body, fields, heading, list, note, pageBreak, prose, table } from './blocks.ts'
import { furniture, legends } from './furniture.ts'
import type { AgreementContent, CaseContent, OperativeContent, RegimeContent } from './input.ts'
import { sessionBlocks } from './session-blocks.ts'
import { deadlineBlocks, termBlocks, timingInWords } from './terms.ts'

/**
 * Builds the case file: cover, certificate with the excluded classes named, chronology, authority, issues, decisions
 * with all their terms, agreements, sessions, list of documents, and the register of what was left out.
 */
export function caseFileModel(content: CaseContent): DocumentModel {
  const [instrument] = content.instruments
  const agreement = instrument?.kind === 'agreement' ? instrument.madeOn : null
  return {
    kind: 'case-file',
    status: content.status,
    title: titles[content.recipient],
    ...furniture(content.practice, content.matter, agreement),
    runningHeader: `${titles[content.recipient]}, ${formatLongDate(content.preparedOn)}`,
    legend: legends[regimeOf(content)],
    blocks: [
      ...cover(content),
      ...certificate(content),
      pageBreak,
      ...part('Chronology', chronology(content)),
      ...part('Authority', authority(content)),
      ...part('Issues', issues(content)),
      ...part('Decisions and recommendations', content.decisions.flatMap(decisionBlocks)),
      ...part('Agreements', agreements(content)),
      ...part('Sessions', sessionBlocks(content.sessions)),
      ...part('Documents received', documents(content)),
      ...part('Register of what was left out', leftOut(content)),
    ],
  }
}

const titles = {
  court: 'Case file for the court',
  parents: 'Case file for the parents',
  coordinator: 'Case file',
} as const satisfies Record<CaseContent['recipient'], string>

/** The strictest regime of the instruments rules the whole file. */
export function regimeOf({ instruments }: Pick<CaseContent, 'instruments'>): RegimeContent {
  const regimes = instruments.map(({ regime }) => regime)
  return regimes.includes('closed') ? 'closed' : regimes.includes('mixed') ? 'mixed' : 'open'
}

function part(title: string, content: readonly Block[]): readonly Block[] {
  return [heading(1, title), ...(content.length > 0 ? content : [note('None on record.')])]
}

function cover(content: CaseContent): readonly Block[] {
  return fields(
    ['Prepared by', [content.practice.name, content.practice.role].filter((word) => word !== '').join(', ')],
    ['Prepared on', formatLongDate(content.preparedOn)],
    ['Prepared for', content.recipientName],
    ['Confidentiality', legends[regimeOf(content)]],
    ['Times are in', zoneName(content.matter.zone)],
  )
}

function certificate(content: CaseContent): readonly Block[] {
  const { practice, preparedOn } = content
  const dated = `Dated ${practice.place === '' ? '' : `at ${practice.place} `}on ${formatLongDate(preparedOn)}`
  return [
    heading(1, 'Certificate of completeness'),
    body(
      `This file is drawn from the record of this matter as it stood on ${formatLongDate(preparedOn)}. ${completeness(content)}`,
    ),
    {
      type: 'signature',
      lines: [practice.name, practice.credentials, practice.role, dated].filter((line) => line !== ''),
    },
  ]
}

/** Names the classes that were left out of this very file; the register counts them and gives the ground of each. */
function completeness({ leftOut: withheld }: CaseContent): string {
  const classes = leftOutOrder
    .filter((kind) => withheld.some((each) => each.kind === kind && each.count > 0))
    .map((kind) => leftOutWords[kind].what.replace(/^[A-Z]/, lowerCase))
  if (classes.length === 0) return 'Nothing was left out.'
  return `It is complete but for the following, which the register at its end counts and gives the ground for: ${classes.join('; ')}. No other class of record was left out.`
}

function lowerCase(letter: string): string {
  return letter.toLowerCase()
}

function chronology({ chronology: events }: CaseContent): readonly Block[] {
  const rows = events
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, event, source }) => [formatLongDate(on), event, source])
  return table(
    'Events by date',
    [
      ['Date', 30],
      ['Event', 46],
      ['Source', 24],
    ],
    rows,
  )
}

const powers = {
  none: 'To facilitate, not to decide',
  recommend: 'To recommend',
  'decide-temporary': 'To decide for a time, subject to the court',
  'decide-binding': 'To decide with binding effect',
} as const

function authority({ instruments }: CaseContent): readonly Block[] {
  return instruments.flatMap((instrument) => [
    heading(2, instrument.title),
    ...fields(
      [
        instrument.kind === 'order' ? 'Order made on' : 'Agreement made on',
        formatLongDate(instrument.madeOn),
      ],
      ['Clause', instrument.clause],
      [
        'In force',
        `${formatLongDate(instrument.termStart)} to ${instrument.termEnd === null ? 'no end set' : formatLongDate(instrument.termEnd)}`,
      ],
      ['Power given', powers[instrument.decisionType]],
      ['Subjects given', instrument.issues.join('\n')],
      ['Excluded', instrument.exclusions.join('\n')],
    ),
  ])
}

function issues({ issues: raised }: CaseContent): readonly Block[] {
  const rows = raised.map((issue) => [
    String(issue.number),
    issue.title,
    issue.subject,
    `${issue.raisedBy}, ${formatLongDate(issue.raisedOn)}`,
    issue.outcome,
  ])
  return table(
    'Issues raised',
    [
      ['No.', 7],
      ['Issue', 27],
      ['Subject', 26],
      ['Raised', 24],
      ['Outcome', 16],
    ],
    rows,
  )
}

function decisionBlocks(decision: OperativeContent): readonly Block[] {
  return [
    heading(2, decision.title),
    ...fields(
      ['Written on', writtenDate(decision.writtenOn)],
      ['Effective on', writtenDate(decision.effectiveOn)],
      ['Asked', decision.asked],
    ),
    ...termBlocks(decision.terms).map((block, index) => withTiming(block, decision, index)),
    ...decision.notDecided.flatMap(({ text, reason }) => [
      body(`Not decided: ${text}`),
      ...(reason === '' ? [] : [note(reason)]),
    ]),
    ...prose(decision.reviewText),
    ...deadlineBlocks(decision.deadlines),
  ]
}

function withTiming(block: Block, decision: OperativeContent, index: number): Block {
  const term = decision.terms[index]
  if (block.type !== 'numbered' || term === undefined) return block
  const timing = `${timingInWords(term, decision.effectiveOn)}.`
  return { ...block, note: block.note === undefined ? timing : `${timing} ${block.note}` }
}

function agreements({ agreements: reached, leftOut: withheld }: CaseContent): readonly Block[] {
  if (withheld.some(({ kind, count }) => kind === 'facilitation-agreements' && count > 0))
    return [
      note('Agreements noted in sessions are confidential and were left out; see the register at the end.'),
    ]
  return reached.flatMap(agreementBlocks)
}

function agreementBlocks({ subject, on, terms }: AgreementContent): readonly Block[] {
  return [heading(2, `${subject}, ${formatLongDate(on)}`), list(terms)]
}

function documents({ documents: received }: CaseContent): readonly Block[] {
  const rows = received.map(({ title, receivedOn, from }) => [formatLongDate(receivedOn), title, from])
  return table(
    'Documents by date of receipt',
    [
      ['Received', 30],
      ['Document', 46],
      ['From', 24],
    ],
    rows,
  )
}

function leftOut({ leftOut: withheld }: CaseContent): readonly Block[] {
  const rows = leftOutOrder.flatMap((kind) => {
    const count = withheld.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
    return count === 0 ? [] : [[leftOutWords[kind].what, String(count), leftOutWords[kind].ground]]
  })
  return table(
    'What was left out, and why',
    [
      ['Class', 38],
      ['Items', 10],
      ['Ground', 52],
    ],
    rows,
  )
}
