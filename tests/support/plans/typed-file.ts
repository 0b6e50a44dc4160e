import { makeWordFile, para } from './ooxml.ts'
import type { ParagraphSetup } from './ooxml.ts'

type Line = string | readonly [string, ParagraphSetup]

/** A file as plain generators write it: one run a paragraph, numbers typed. */
export function typed(lines: readonly Line[], styles?: string): () => Promise<Uint8Array> {
  const body = lines.map((line) => (typeof line === 'string' ? para(line) : para(line[0], line[1]))).join('')
  return () => makeWordFile(styles === undefined ? { body } : { body, styles })
}

export const bold = { bold: true } as const
export const headline = { bold: true, centred: true } as const
