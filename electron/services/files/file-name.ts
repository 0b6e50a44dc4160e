const MAX_LENGTH = 120
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i
// Separators, characters Windows refuses, controls, and marks that turn the reading direction and so disguise an ending.
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * Turns a proposed name into one that is safe on Windows, macOS and Linux and ends in the given extension.
 * Never a path: separators go, and so do leading and trailing dots and spaces.
 */
export function safeFileName(proposal: string, extension: string): string {
  const stem = cutExtension(proposal.normalize('NFC'), extension).replace(UNSAFE, ' ').replace(/\s+/gu, ' ')
  const trimmed = [...trimDots(stem)].slice(0, MAX_LENGTH).join('')
  const name = trimDots(trimmed)
  return `${isUsable(name) ? name : 'Document'}.${extension}`
}

/** The n-th alternative of a name that is taken: `Decision (2).docx`. */
export function numberedFileName(fileName: string, count: number): string {
  const dot = fileName.lastIndexOf('.')
  return `${fileName.slice(0, dot)} (${String(count)})${fileName.slice(dot)}`
}

function cutExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name.slice(0, -extension.length - 1) : name
}

function trimDots(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '')
}

function isUsable(name: string): boolean {
  const [firstPart = ''] = name.split('.')
  return name !== '' && !RESERVED_ON_WINDOWS.test(firstPart.trim())
}
