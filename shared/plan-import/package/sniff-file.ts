import type { ForeignFile, ImportProblem } from '../import-problem.ts'
import { ascii, indexOfBytes, startsWith, utf16 } from './bytes.ts'

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const signatures: readonly (readonly [readonly number[], ForeignFile])[] = [
  [ascii('%PDF-'), 'pdf'],
  [ascii('{\\rtf'), 'rich-text'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [ascii('GIF8'), 'picture'],
  [ascii('II*\0'), 'picture'],
  [ascii('MM\0*'), 'picture'],
  [ascii('BM'), 'picture'],
  [ascii('7z'), 'archive'],
  [ascii('Rar!'), 'archive'],
  [[0x1f, 0x8b], 'archive'],
]

/**
 * Tells from its first bytes why a file is no Word document; null when it is a zip archive and worth opening.
 *
 * The name of a file proves nothing: a PDF renamed to .docx is answered as a PDF.
 */
export function sniffFile(bytes: Uint8Array): ImportProblem | null {
  if (bytes.length === 0) return { code: 'empty-file' }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  if (startsWith(bytes, compoundFile)) return compoundFileProblem(bytes)
  const known = signatures.find(([signature]) => startsWith(bytes, signature))
  if (known) return { code: 'not-word', found: known[1] }
  // A PDF may carry junk before its header, and a zip may carry a stub.
  if (indexOfBytes(bytes.subarray(0, 1024), ascii('%PDF-')) !== -1) return { code: 'not-word', found: 'pdf' }
  if (endsLikeArchive(bytes)) return null
  if (startsWith(bytes, ascii('PK'))) return { code: 'damaged', part: 'archive' }
  return { code: 'not-word', found: textKind(bytes) }
}

/** Word before 2007 and every password-protected Office file share one container; the names of its streams tell. */
function compoundFileProblem(bytes: Uint8Array): ImportProblem {
  const has = (name: string) => indexOfBytes(bytes, utf16(name)) !== -1
  if (has('EncryptedPackage') || has('EncryptionInfo')) return { code: 'password-protected' }
  if (has('WordDocument')) return { code: 'old-word-doc' }
  if (has('Workbook')) return { code: 'not-word', found: 'spreadsheet' }
  if (has('PowerPoint Document')) return { code: 'not-word', found: 'presentation' }
  if (has('__properties_version1.0')) return { code: 'not-word', found: 'mail' }
  return { code: 'old-word-doc' }
}

function endsLikeArchive(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_557))
  return indexOfBytes(tail, [0x50, 0x4b, 0x05, 0x06]) !== -1
}

function textKind(bytes: Uint8Array): ForeignFile {
  const head = bytes.subarray(0, 4096)
  const wide = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  const characters = Array.from(
    head.filter((byte) => byte !== 0),
    (byte) => String.fromCharCode(byte),
  ).join('')
  if (
    /<\?mso-application|schemas\.microsoft\.com\/office\/2006\/xmlPackage|office\/word\/2003/.test(characters)
  )
    return 'word-xml'
  if (/^[^a-z]*<(!doctype html|html|head|body|p|div)\b/i.test(characters)) return 'web-page'
  if (/^(mime-version|from|received|content-type):/im.test(characters)) return 'mail'
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return wide || controls === 0 ? 'plain-text' : 'unknown'
}
