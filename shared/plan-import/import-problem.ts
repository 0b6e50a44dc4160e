/** What a file that is no Word document turned out to be. */
export type ForeignFile =
  | 'pdf'
  | 'rich-text'
  | 'open-document'
  | 'web-page'
  | 'plain-text'
  | 'spreadsheet'
  | 'presentation'
  | 'pages'
  | 'word-xml'
  | 'picture'
  | 'mail'
  | 'archive'
  | 'unknown'

/** How a file goes beyond what a plan can need; `allowed` and `found` are in the unit the part names. */
export type SizeLimit = 'file-bytes' | 'unpacked-bytes' | 'entries' | 'ratio' | 'depth' | 'elements'

/** Where a Word file is broken. */
export type DamagedPart = 'archive' | 'checksum' | 'main-document' | 'xml'

/** Why a file could not be read as a plan. Nothing of the file was kept. */
export type ImportProblem =
  | { readonly code: 'empty-file' }
  | { readonly code: 'not-word'; readonly found: ForeignFile }
  | { readonly code: 'old-word-doc' }
  | { readonly code: 'password-protected' }
  | { readonly code: 'macro-enabled' }
  | {
      readonly code: 'too-large'
      readonly limit: SizeLimit
      readonly allowed: number
      readonly found: number
    }
  | { readonly code: 'unsafe'; readonly reason: 'entity-declaration' | 'entry-path' | 'overlapping-entries' }
  | { readonly code: 'damaged'; readonly part: DamagedPart }
  | { readonly code: 'no-text'; readonly pictures: number; readonly embedded: number }
