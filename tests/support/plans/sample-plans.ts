import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { castellaneVeshti, quennellArden } from './sample-texts.ts'
import type { SampleLine } from './sample-texts.ts'

const levels = [
  { format: LevelFormat.DECIMAL, text: '%1.' },
  { format: LevelFormat.DECIMAL, text: '%1.%2' },
  { format: LevelFormat.LOWER_LETTER, text: '(%3)' },
].map((level, index) => ({
  ...level,
  level: index,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: index === 2 ? 1287 : 720, hanging: index === 2 ? 567 : 720 } } },
}))

/** The sample plan whose numbers are Word's own lists. */
export function makeCastellaneVeshti(): Promise<Uint8Array> {
  return pack('Parenting plan, Castellane and Veshti', castellaneVeshti, true)
}

/** The sample plan whose numbers were typed. */
export function makeQuennellArden(): Promise<Uint8Array> {
  return pack('Joint parenting plan, Quennell and Arden', quennellArden, false)
}

async function pack(name: string, lines: readonly SampleLine[], isListed: boolean): Promise<Uint8Array> {
  const furniture = (children: (string | TextRun)[]) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: children.map((child) =>
        typeof child === 'string' ? new TextRun({ text: child, size: 18 }) : child,
      ),
    })
  const document = new Document({
    creator: 'Evenhand sample',
    title: name,
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 23 }, paragraph: { spacing: { after: 140, line: 300 } } },
      },
    },
    numbering: { config: [{ reference: 'plan', levels }] },
    sections: [
      {
        properties: { page: { margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 } } },
        headers: { default: new Header({ children: [furniture([name])] }) },
        footers: {
          default: new Footer({
            children: [
              furniture([
                new TextRun({
                  size: 18,
                  children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                }),
              ]),
            ],
          }),
        },
        children: lines.map((line) =>
          line.as === 'table' ? makeTable(line.rows) : makeParagraph(line, isListed),
        ),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function makeParagraph(line: Exclude<SampleLine, { as: 'table' }>, isListed: boolean): Paragraph {
  const listed = (level: number) => (isListed ? { numbering: { reference: 'plan', level } } : {})
  switch (line.as) {
    case 'title':
      return new Paragraph({ text: line.text, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER })
    case 'caption':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: line.text, bold: true })],
      })
    case 'article':
      return new Paragraph({
        text: line.text,
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 320, after: 120 },
        ...listed(0),
      })
    case 'clause':
      return new Paragraph({ text: line.text, ...listed(1) })
    case 'letter':
      return new Paragraph({ text: line.text, indent: { left: 1287 }, ...listed(2) })
    case 'signature':
      return new Paragraph({ text: line.text, spacing: { before: 600 } })
    case 'text':
      return new Paragraph({ text: line.text })
  }
}

function makeTable(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                children: [new Paragraph({ children: [new TextRun({ text, bold: index === 0 })] })],
              }),
          ),
        }),
    ),
  })
}
