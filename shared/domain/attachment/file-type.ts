/** Kinds of file that are told by their first bytes, never by their name. */
export const fileTypes = [
  'pdf',
  'docx',
  'xlsx',
  'jpeg',
  'png',
  'gif',
  'webp',
  'heic',
  'eml',
  'txt',
  'other',
] as const

export type FileType = (typeof fileTypes)[number]

/** Media type that a record keeps for each kind. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  eml: 'message/rfc822',
  txt: 'text/plain',
  other: 'application/octet-stream',
}

/**
 * Endings that a copy may get when it is saved outside: of the kinds above, and of files that open in a program for
 * documents, pictures, sound or film. Nothing that a double click would run, and nothing that a browser would show.
 */
export const copyEndings = [
  ...['pdf', 'docx', 'xlsx', 'jpg', 'png', 'gif', 'webp', 'heic', 'eml', 'txt', 'bin'],
  ...[
    'doc',
    'xls',
    'ppt',
    'pptx',
    'odt',
    'ods',
    'odp',
    'rtf',
    'csv',
    'ics',
    'vcf',
    'msg',
    'pages',
    'numbers',
  ],
  ...['bmp', 'tif', 'tiff', 'avif', 'mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'avi', '3gp', 'zip'],
] as const

export type CopyEnding = (typeof copyEndings)[number]

const ownEndings: Readonly<Record<FileType, CopyEnding>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  heic: 'heic',
  eml: 'eml',
  txt: 'txt',
  other: 'bin',
}

const textEndings: readonly string[] = ['csv', 'ics', 'vcf']

/** The ending of a copy: that of its kind; where the kind says little, the one it came with, if that is harmless. */
export function copyEndingOf(type: FileType, fileName: string): CopyEnding {
  const given = /\.([a-z0-9]{1,8})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const harmless = copyEndings.find((ending) => ending === given)
  if (type === 'other') return harmless ?? 'bin'
  if (type === 'txt' && textEndings.includes(given)) return harmless ?? 'txt'
  return ownEndings[type]
}

/** The kind that a record's media type stands for. */
export function fileTypeOf(mediaType: string): FileType {
  return fileTypes.find((type) => mediaTypes[type] === mediaType) ?? 'other'
}

/** Most bytes from either end of a file that `sniffFileType` looks at. */
export const sniffedBytes = 64 * 1024

/**
 * Tells the kind of a file from its first and last bytes (up to 64 KiB of each; the same ones of a short file).
 * What fits no kind for certain is `other`.
 */
export function sniffFileType(head: Uint8Array, tail: Uint8Array): FileType {
  const start = latin(head.subarray(0, 64))
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (/^GIF8[79]a/u.test(start)) return 'gif'
  if (/^RIFF[^]{4}WEBP/u.test(start)) return 'webp'
  if (/^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/u.test(start)) return 'heic'
  if (latin(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) return zipType(latin(tail))
  return textType(head)
}

/** The names of the parts stand in the list at the end of the package. */
function zipType(tail: string): FileType {
  if (!tail.includes('[Content_Types].xml')) return 'other'
  if (tail.includes('word/document.xml')) return 'docx'
  return tail.includes('xl/workbook.xml') ? 'xlsx' : 'other'
}

const mailField =
  /^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+):/iu

function textType(head: Uint8Array): FileType {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (isWide) return 'txt'
  if (!looksLikeText(head)) return 'other'
  const lines = latin(head.subarray(0, 16_384)).split(/\r?\n/u, 40)
  const fields = lines.slice(0, Math.max(0, lines.indexOf(''))).filter((line) => mailField.test(line))
  const isMail = mailField.test(lines[0] ?? '') && fields.length >= 3
  return isMail ? 'eml' : 'txt'
}

/** No control characters but tabs and line ends, and bytes above ASCII only as UTF-8 puts them. */
function looksLikeText(bytes: Uint8Array): boolean {
  let following = 0
  for (const [at, byte] of bytes.entries()) {
    if (following > 0) {
      if (byte >> 6 !== 0b10) return false
      following -= 1
    } else if (byte >= 0x80) {
      following = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : -1
      if (following < 0 || byte >= 0xf5) return false
    } else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) return false
    else if (byte === 0x7f) return false
    // A character that the sample cuts off says nothing.
    if (at === bytes.length - 1) return bytes.length > 0
  }
  return false
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
