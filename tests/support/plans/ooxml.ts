import JSZip from 'jszip'

/** The namespaces of an ordinary Word file; `strictNamespace` is the one of ISO strict files. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declarations = [
  `xmlns:r="${relationshipNamespace}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

/** What a hand-written Word file is made of; the values are XML without the outer element. */
export interface WordParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
  readonly namespace?: string
  readonly mainType?: string
  readonly extra?: Readonly<Record<string, string>>
}

const optionalParts = [
  ['numbering', 'numbering', 'w:numbering'],
  ['styles', 'styles', 'w:styles'],
  ['footnotes', 'footnotes', 'w:footnotes'],
  ['endnotes', 'endnotes', 'w:endnotes'],
  ['comments', 'comments', 'w:comments'],
  ['header', 'header', 'w:hdr'],
  ['footer', 'footer', 'w:ftr'],
] as const

/** Writes a Word file by hand, part by part, as Word itself lays them out. */
export async function makeWordFile(parts: WordParts): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(wordPartTexts(parts))) {
    zip.file(name, text, { date: new Date('2026-01-12T12:00:00Z'), createFolders: false })
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The parts of a hand-written Word file by name. */
export function wordPartTexts(parts: WordParts): Readonly<Record<string, string>> {
  const present = optionalParts.filter(([key]) => parts[key] !== undefined)
  const namespace = parts.namespace ?? wordNamespace
  const wrap = (element: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${element} xmlns:w="${namespace}" ${declarations}>${inner}</${element}>`
  const links = present.map(
    ([, name], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationshipNamespace}/${name}" Target="${name}.xml"/>`,
  )
  const mainType =
    parts.mainType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/>${present.map(([, name]) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationshipNamespace}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    'word/document.xml': wrap('w:document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(
      present.map(([key, name, element]) => [`word/${name}.xml`, wrap(element, parts[key] ?? '')]),
    ),
    ...parts.extra,
  }
}

/** Writes text so that it may stand in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A run of text; tabs and line breaks become Word's own elements. */
export function run(text: string, properties = ''): string {
  const pieces = text
    .split(/([\t\n])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>'
      return piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
    })
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`
}

/** How a paragraph is set up. */
export interface ParagraphSetup {
  readonly style?: string
  readonly list?: readonly [numId: number, level: number]
  readonly bold?: boolean
  readonly centred?: boolean
  readonly indent?: number
}

/** A paragraph of plain text, or of ready-made inner XML when it starts with `<`. */
export function para(content: string, setup: ParagraphSetup = {}): string {
  const { style, list, bold, centred, indent } = setup
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`,
    indent === undefined ? '' : `<w:ind w:left="${indent}"/>`,
    centred ? '<w:jc w:val="center"/>' : '',
  ].join('')
  const inner = content.startsWith('<') ? content : content === '' ? '' : run(content, bold ? '<w:b/>' : '')
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
}

/** One level of a list: number format, pattern and whatever else it says. */
export interface LevelSetup {
  readonly format: string
  readonly text: string
  readonly start?: number
  readonly style?: string
  readonly extra?: string
}

/** A list definition with its levels; `head` goes in front of them (style links, multi-level type). */
export function abstractList(id: number, levels: readonly LevelSetup[], head = ''): string {
  const written = levels.map(
    ({ format, text, start = 1, style, extra = '' }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${extra}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (index + 1)}" w:hanging="720"/></w:pPr></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${head}${written.join('')}</w:abstractNum>`
}

/** A list that paragraphs can point to. */
export function listInstance(id: number, abstractId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`
}

/** A paragraph style. */
export function paragraphStyle(id: string, name: string, inner = '', basedOn?: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`}${inner}</w:style>`
}

/** A table; each cell is ready-made XML or plain text. */
export function table(
  rows: readonly (readonly string[])[],
  rowProperties: Readonly<Record<number, string>> = {},
): string {
  const written = rows.map((cells, index) => {
    const properties = rowProperties[index] === undefined ? '' : `<w:trPr>${rowProperties[index]}</w:trPr>`
    return `<w:tr>${properties}${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${cell.startsWith('<') ? cell : para(cell)}</w:tc>`).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>${written.join('')}</w:tbl>`
}
