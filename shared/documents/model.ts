import { z } from 'zod'

/**
 * The neutral document: everything that leaves the vault, and nothing else.
 *
 * Builders in this folder make it from records for one recipient; the paper view, Word and PDF are
 * three renderings of it. Texts are plain strings without markup; a line break inside a text is `\n`.
 */
export const Paragraph = z.object({
  type: z.literal('paragraph'),
  text: z.string(),
  style: z.enum(['body', 'quote', 'note']),
})

/**
 * An operative or explanatory paragraph with its own number, so that a parent can cite it.
 *
 * `number` is printed exactly as it stands here, once, in every rendering.
 */
export const NumberedParagraph = z.object({
  type: z.literal('numbered'),
  number: z.string(),
  text: z.string(),
  note: z.string().optional(),
})

export const Heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: z.string(),
})

/** A table whose first row repeats on each page; `widths` are shares that add up to 100. */
export const Table = z.object({
  type: z.literal('table'),
  caption: z.string(),
  columns: z.array(z.string()).min(1).readonly(),
  widths: z.array(z.number()).readonly(),
  rows: z.array(z.array(z.string()).readonly()).readonly(),
})

/** Label and value pairs: authority, dates, delivery. */
export const Fields = z.object({
  type: z.literal('fields'),
  items: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
})

export const BulletList = z.object({
  type: z.literal('list'),
  items: z.array(z.string()).readonly(),
})

/** A signature block is kept on one page with the line before it; a rule to sign on stands above its first line. */
export const Signature = z.object({
  type: z.literal('signature'),
  lines: z.array(z.string()).readonly(),
})

export const PageBreak = z.object({ type: z.literal('page-break') })

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  NumberedParagraph,
  Heading,
  Table,
  Fields,
  BulletList,
  Signature,
  PageBreak,
])

export const DocumentKind = z.enum(['decision', 'parents-summary', 'case-file'])

/** The sheet, and how tightly it is set: a document that must keep to one page is set tighter, never cut. */
export const PageSetup = z.object({
  size: z.enum(['letter', 'a4']),
  density: z.enum(['normal', 'compact', 'tight']),
})

/** What the coordinator should know before the document leaves. */
export const DocumentWarning = z.enum(['longer-than-one-page'])

export const DocumentModel = z.object({
  kind: DocumentKind,
  /** BCP 47 tag of the text. */
  language: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'issued']),
  page: PageSetup,
  /** Practice block at the head of the first page: name first, then credentials, role, contact. */
  letterhead: z.array(z.string()).readonly(),
  /** Style of cause: court and file, or the service agreement; then the parties. */
  caption: z.array(z.string()).readonly(),
  /** Running header of every page after the first, e.g. document number and version. */
  runningHeader: z.string(),
  /** Confidentiality legend printed in every footer, before "Page x of y". */
  legend: z.string(),
  blocks: z.array(Block).readonly(),
  warnings: z.array(DocumentWarning).readonly(),
})

export type Block = z.infer<typeof Block>
export type TableBlock = z.infer<typeof Table>
export type FieldsBlock = z.infer<typeof Fields>
export type NumberedBlock = z.infer<typeof NumberedParagraph>
export type PageSetup = z.infer<typeof PageSetup>
export type DocumentKind = z.infer<typeof DocumentKind>
export type DocumentWarning = z.infer<typeof DocumentWarning>
export type DocumentModel = z.infer<typeof DocumentModel>
