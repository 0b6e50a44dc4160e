import { describe, expect, it } from 'vitest'
import {
  copyEndingOf,
  fileTypeOf,
  fileTypes,
  mediaTypes,
  sniffFileType,
} from '#shared/domain/attachment/file-type.ts'
import { makeZip } from '#tests/support/plans/make-zip.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const sniff = (content: Uint8Array) => sniffFileType(content, content)

describe('sniffFileType', () => {
  it.each([
    ['jpeg', '\u00ff\u00d8\u00ff\u00e0 JFIF'],
    ['png', '\u0089PNG\r\n\u001a\n'],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF\u0001\u0002\u0003\u0004WEBPVP8 '],
    ['heic', '\u0000\u0000\u0000\u0018ftypheic'],
    ['pdf', '%PDF-1.4'],
    ['pdf', '\n\n%PDF-1.4'],
    ['other', 'MZ\u0090\u0000\u0003'],
    ['other', '\u0000\u0001\u0002'],
    ['other', '\u007fELF'],
    ['other', ''],
    ['txt', 'Dear all,\r\n\tthis is \u00c3\u00a9 text.'],
    ['txt', '<html><script>alert(1)</script>'],
    ['txt', '\u00ff\u00feh\u0000i\u0000'],
    ['other', 'caf\u00e9 in an old code page'],
    ['eml', 'From: ana@example.com\r\nTo: ben@example.com\r\nSubject: Friday\r\n\r\nHello'],
    ['txt', 'From: here on it is a letter.\r\nTo: you\r\n\r\nNo subject.'],
  ])('finds %s in %j', (type, content) => {
    expect(sniff(bytes(content))).toBe(type)
  })

  it('finds what is in a package by its parts', () => {
    const parts = (...names: string[]) =>
      makeZip(['[Content_Types].xml', ...names].map((name) => ({ name, bytes: bytes('<x/>') })))
    expect(sniff(parts('word/document.xml'))).toBe('docx')
    expect(sniff(parts('xl/workbook.xml'))).toBe('xlsx')
    expect(sniff(parts('evil.exe'))).toBe('other')
  })
})

describe('copyEndingOf', () => {
  it.each([
    ['jpeg', 'holiday.exe', 'jpg'],
    ['txt', 'page.html', 'txt'],
    ['txt', 'list.csv', 'csv'],
    ['txt', 'script.js', 'txt'],
    ['other', 'run.exe', 'bin'],
    ['other', 'run.exe.', 'bin'],
    ['other', 'voice.M4A', 'm4a'],
    ['other', 'link.lnk', 'bin'],
    ['other', 'no ending', 'bin'],
    ['pdf', '../../x.desktop', 'pdf'],
  ] as const)('gives a %s called %s the ending .%s', (type, name, ending) => {
    expect(copyEndingOf(type, name)).toBe(ending)
  })
})

describe('fileTypeOf', () => {
  it('is the way back from a media type', () => {
    expect(fileTypes.map((type) => fileTypeOf(mediaTypes[type]))).toEqual(fileTypes)
    expect(fileTypeOf('text/html')).toBe('other')
  })
})
