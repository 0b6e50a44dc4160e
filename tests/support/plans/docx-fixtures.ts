import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { PlanFixture } from './fixture.ts'

const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
  { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.START },
  { level: 2, format: LevelFormat.LOWER_LETTER, text: '(%3)', alignment: AlignmentType.START },
  { level: 3, format: LevelFormat.LOWER_ROMAN, text: '(%4)', alignment: AlignmentType.START },
]

const item = (text: string, level: number, instance = 0) =>
  new Paragraph({ text, numbering: { reference: 'plan', level, instance } })

async function pack(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: [{ reference: 'plan', levels }] },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const multilevel: PlanFixture = {
  name: 'library-multilevel',
  made: 'docx-library',
  title: 'Parenting plan',
  make: () =>
    pack([
      new Paragraph({ text: 'Parenting plan', heading: HeadingLevel.TITLE }),
      item('School', 0),
      item('Homework goes in the bag:', 1),
      item('finished;', 2),
      item('signed, if asked:', 2),
      item('in ink,', 3),
      item('with the date.', 3),
      item('The bag goes to school.', 1),
      item('Sleep', 0),
      item('Ten hours a night.', 1),
    ]),
  clauses: `
    1 | School |
    1.1 || Homework goes
    1.1(a) || finished;
    1.1(b) || signed, if asked:
    1.1(b)(i) || in ink,
    1.1(b)(ii) || with the date.
    1.2 || The bag goes
    2 | Sleep |
    2.1 || Ten hours`,
}

const instances: PlanFixture = {
  name: 'library-restarted-instances',
  made: 'docx-library',
  make: () =>
    pack([
      new Paragraph({ text: 'Weekdays', heading: HeadingLevel.HEADING_1 }),
      item('Breakfast together.', 0, 1),
      item('Supper together.', 0, 1),
      new Paragraph({ text: 'Weekends', heading: HeadingLevel.HEADING_1 }),
      item('Late breakfast.', 0, 2),
      item('Early supper.', 0, 2),
    ]),
  clauses: `
    1 | Weekdays | Breakfast together.
    2 | Weekdays | Supper together.
    1 (2) | Weekends | Late breakfast.
    2 (2) | Weekends | Early supper.`,
  warnings: ['duplicate-number', 'duplicate-number'],
}

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

const rows: PlanFixture = {
  name: 'library-table',
  made: 'docx-library',
  make: () =>
    pack([
      new Table({
        rows: [
          new TableRow({ tableHeader: true, children: [cell('Clause'), cell('Provision')] }),
          new TableRow({ children: [cell('¶3.1'), cell('The car seats are bought twice.')] }),
          new TableRow({ children: [cell('¶3.2'), cell('The bicycles are bought once.')] }),
        ],
      }),
    ]),
  clauses: `
    3.1 || The car seats
    3.2 || The bicycles`,
}

/** Plans made by the library that also writes our own documents. */
export const docxFixtures: readonly PlanFixture[] = [multilevel, instances, rows]
