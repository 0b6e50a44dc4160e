import { cleanModel } from '../clean-model.ts'
import { ink } from '../ink.ts'
import type { DocumentModel } from '../model.ts'
import { columnShares, pageMeasures } from '../page-measures.ts'
import type { PageMeasures } from '../page-measures.ts'
import { furnitureWords } from '../words/en.ts'
import { cssString } from './css-string.ts'
import { tableClass } from './model-to-tree.ts'

/**
 * The style sheet of the paper: one text for the preview (as an adopted style sheet), for `window.print` and for PDF.
 *
 * All rules but `@page` and the print rules are scoped to `.paper`. The sheet is white in a dark theme too.
 */
export function paperCss(source: DocumentModel): string {
  const model = cleanModel(source)
  const measures = pageMeasures(model.page)
  return [
    pageRules(model, measures),
    textRules(measures),
    blockRules(measures),
    tableWidths(model),
    screenRules(measures),
    printRules,
  ].join('\n')
}

/** Faces of the paper, the bundled one first; the rest are what common systems bring along. */
export const paperFontFamily =
  "'Source Serif 4 Variable', 'Source Serif 4', Georgia, Cambria, Caladea, 'Noto Serif', 'DejaVu Serif', serif"

function pageRules(model: DocumentModel, m: PageMeasures): string {
  const small = `font: 8pt/1.35 ${paperFontFamily}; color: #${ink.muted};`
  const foot = `${small} border-top: 0.5pt solid #${ink.hairline}; padding-top: 5pt; vertical-align: top; margin-top: ${pt(m.marginBottomPt * 0.28)};`
  const draft = `${furnitureWords.draft} \u00B7 ${furnitureWords.draftMeaning}`
  const draftBox =
    model.status === 'draft'
      ? `@top-left { content: ${cssString(draft)}; ${small} color: #${ink.draft}; font-weight: 600; letter-spacing: 0.06em; white-space: nowrap; }`
      : ''
  return `
@page {
  size: ${pt(m.widthPt)} ${pt(m.heightPt)};
  margin: ${pt(m.marginTopPt)} ${pt(m.marginSidePt)} ${pt(m.marginBottomPt)};
  ${draftBox}
  @top-right { content: ${cssString(model.runningHeader)}; ${small} text-align: right; }
  @bottom-left { content: ${cssString(model.legend)}; ${foot} text-align: left; width: 80%; }
  @bottom-right { content: ${cssString(furnitureWords.page)} counter(page) ${cssString(furnitureWords.of)} counter(pages); ${foot} text-align: right; width: 20%; }
}
@page :first { @top-right { content: none; } }`
}

function textRules(m: PageMeasures): string {
  const s = m.scale
  return `
.paper {
  box-sizing: border-box; color: #${ink.text}; background: #fff; color-scheme: only light;
  font-family: ${paperFontFamily}; font-size: ${pt(m.textPt)}; line-height: ${String(m.leading)};
  font-variant-numeric: lining-nums; font-kerning: normal; hyphens: manual; text-align: start;
  overflow-wrap: anywhere; unicode-bidi: isolate; print-color-adjust: exact;
}
.paper :is(p, h1, h2, h3, h4, ul, dl, dd, table, blockquote) { margin: 0; padding: 0; font-size: inherit; line-height: inherit; color: inherit; }
.paper p { margin-bottom: ${pt(m.gapPt)}; orphans: 2; widows: 2; }
.paper :is(h1, h2, h3, h4) { break-after: avoid; break-inside: avoid; text-wrap: balance; font-family: inherit; }
.paper .paper-title { font-size: ${pt(21 * (0.4 + 0.6 * s))}; line-height: 1.2; font-weight: 400; letter-spacing: -0.005em; margin: ${pt(14 * s)} 0 ${pt(8 * s)}; }
.paper h2 { font-size: ${pt(m.textPt + 2)}; font-weight: 600; margin: ${pt(15 * s)} 0 ${pt(5 * s)}; line-height: 1.25; }
.paper h3 { font-size: ${pt(m.textPt + 0.5)}; font-weight: 600; margin: ${pt(11 * s)} 0 ${pt(4 * s)}; line-height: 1.25; }
.paper h4 { font-weight: 400; font-style: italic; margin: ${pt(8 * s)} 0 ${pt(3 * s)}; }
.paper .paper-note { font-size: ${pt(m.textPt - 1)}; font-style: italic; color: #${ink.muted}; }
.paper .paper-numbered .paper-note { font-style: normal; }
.paper-letterhead { text-align: center; border-bottom: 0.5pt solid #${ink.hairline}; padding-bottom: ${pt(8 * s)}; margin-bottom: ${pt(14 * s)}; }
.paper .paper-letterhead p { margin: 0; font-size: 8.5pt; line-height: 1.4; color: #${ink.muted}; }
.paper .paper-letterhead .paper-name { font-size: 13pt; color: #${ink.accent}; letter-spacing: 0.06em; margin-bottom: 1pt; }
.paper .paper-cause p { margin-bottom: 1pt; }`
}

function blockRules(m: PageMeasures): string {
  const s = m.scale
  const small = pt(m.textPt - 1)
  return `
.paper blockquote { margin: 0 22pt ${pt(m.gapPt)}; padding-inline-start: 10pt; border-inline-start: 1pt solid #${ink.hairline}; }
.paper blockquote p { margin-bottom: 0; }
.paper-numbered { display: grid; grid-template-columns: 28pt 1fr; }
.paper-numbered > div { min-width: 0; }
.paper .paper-number { font-weight: 600; }
.paper ul { list-style: disc; padding-inline-start: 22pt; margin-bottom: ${pt(m.gapPt)}; }
.paper li { margin-bottom: ${pt(m.gapPt / 2)}; }
.paper .paper-fields { margin-bottom: ${pt(m.gapPt)}; }
.paper-fields > div { display: grid; grid-template-columns: 128pt 1fr; break-inside: avoid; margin-bottom: ${pt(m.gapPt / 2.5)}; }
.paper-fields dt { color: #${ink.muted}; padding-inline-end: 8pt; }
.paper-fields dd { min-width: 0; }
.paper .paper-table { width: 100%; table-layout: fixed; border-collapse: collapse; border-block: 1pt solid #${ink.text}; margin: 0 0 ${pt(14 * s)}; font-variant-numeric: lining-nums tabular-nums; }
.paper .paper-table caption { caption-side: top; text-align: start; font-style: italic; font-size: ${small}; color: #${ink.muted}; padding: ${pt(6 * s)} 0 ${pt(4 * s)}; break-after: avoid; }
.paper .paper-table :is(th, td) { text-align: start; vertical-align: top; font-size: ${small}; padding: 3pt 5pt; border-bottom: 0.5pt solid #${ink.hairline}; }
.paper .paper-table tbody tr:last-child td { border-bottom: 1pt solid #${ink.text}; }
.paper .paper-table th { font-weight: 600; background: #${ink.shade}; }
.paper .paper-table tr { break-inside: avoid; }
.paper thead { display: table-header-group; }
.paper .paper-signature { break-inside: avoid; break-before: avoid; margin-top: ${pt(44 * (0.5 + 0.5 * s))}; }
.paper .paper-signature p { margin-bottom: 1pt; }
.paper .paper-signature p:first-child { border-top: 0.75pt solid #${ink.text}; padding-top: 4pt; max-width: 240pt; }`
}

function tableWidths(model: DocumentModel): string {
  return model.blocks
    .flatMap((block, index) =>
      block.type === 'table'
        ? columnShares(block.columns.length, block.widths).map(
            (share, at) =>
              `.${tableClass(index)} col:nth-child(${String(at + 1)}) { width: ${share.toFixed(3)}%; }`,
          )
        : [],
    )
    .join('\n')
}

function screenRules(m: PageMeasures): string {
  return `
@media screen {
  .paper { width: ${pt(m.widthPt)}; min-height: ${pt(m.heightPt)}; padding: ${pt(m.marginTopPt)} ${pt(m.marginSidePt)} ${pt(m.marginBottomPt / 2)}; display: flex; flex-direction: column; position: relative; }
  .paper-draft { position: absolute; inset-block-start: ${pt(m.marginTopPt / 2)}; }
  .paper .paper-draft { font-size: 8pt; font-weight: 600; letter-spacing: 0.06em; color: #${ink.draft}; }
  .paper-foot { display: flex; justify-content: space-between; gap: 24pt; margin-top: auto; font-size: 8pt; color: #${ink.muted}; }
  .paper-foot { border-top: 0.5pt solid #${ink.hairline}; padding-top: 5pt; }
  .paper-break { border-top: 1pt dashed #${ink.hairline}; margin: ${pt(m.marginBottomPt / 2)} -${pt(m.marginSidePt)}; }
}`
}

// In print everything but the paper and what holds it disappears, whatever layer (a dialog, a shell) it stands in.
const printRules = `
@media print {
  .paper-screen { display: none; }
  .paper-break { break-after: page; }
  body:has(.paper) :not(:has(.paper), .paper, .paper *) { display: none !important; }
  html:has(.paper), body:has(.paper), body :has(.paper) {
    display: block !important; zoom: 1 !important; position: static !important; inset: auto !important; transform: none !important; overflow: visible !important;
    width: auto !important; max-width: none !important; height: auto !important; max-height: none !important; min-height: 0 !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; box-shadow: none !important;
  }
}`

function pt(points: number): string {
  return `${String(Math.round(points * 100) / 100)}pt`
}
