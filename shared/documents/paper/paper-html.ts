import { cleanModel } from '../clean-model.ts'
import type { DocumentModel } from '../model.ts'
import { modelToTree } from './model-to-tree.ts'
import { paperCss } from './paper-css.ts'
import { escapeHtml, treeToHtml } from './tree-to-html.ts'

/**
 * Writes the whole page that is printed to PDF.
 *
 * `fontFaces` is trusted style text with `data:` fonts, made by the host from its own files. The page's own policy
 * allows that style and those fonts and nothing else: no script, no request.
 */
export function paperHtml(source: DocumentModel, fontFaces: string): string {
  const model = cleanModel(source)
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(model.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}">`,
    `<title>${escapeHtml(model.title)}</title>`,
    `<style>${fontFaces}\n${paperCss(model)}</style></head>`,
    `<body>${treeToHtml(modelToTree(model))}</body></html>`,
  ].join('')
}

const PRINT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
