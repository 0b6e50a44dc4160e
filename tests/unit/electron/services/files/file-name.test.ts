import fc from 'fast-check'
import { basename, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { numberedFileName, safeFileName } from '#electron/services/files/file-name.ts'

describe('safeFileName', () => {
  it.each([
    ['Decision 3.docx', 'Decision 3.docx'],
    ['Decision 3', 'Decision 3.docx'],
    ['Decision.DOCX', 'Decision.docx'],
    ['../../etc/passwd', 'etc passwd.docx'],
    ['C:\\Windows\\x', 'C Windows x.docx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.docx'],
    ['...hidden', 'hidden.docx'],
    ['ends with dots...', 'ends with dots.docx'],
    ['CON', 'Document.docx'],
    ['nul.txt', 'Document.docx'],
    ['', 'Document.docx'],
    ['   ', 'Document.docx'],
    ['line\nbreak\u0000', 'line break.docx'],
    ['cod.\u202Excod', 'cod. xcod.docx'],
    ['Décision Ünï 決定', 'Décision Ünï 決定.docx'],
  ])('turns %j into %j', (proposal, expected) => {
    expect(safeFileName(proposal, 'docx')).toBe(expected)
  })

  it('never gives a path, a hidden file or an over-long name, whatever is proposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (proposal) => {
        const name = safeFileName(proposal, 'pdf')
        expect(basename(name)).toBe(name)
        expect(win32.basename(name)).toBe(name)
        expect(name.startsWith('.')).toBe(false)
        expect(name.endsWith('.pdf')).toBe(true)
        expect([...name].length).toBeLessThanOrEqual(124)
      }),
    )
  })
})

describe('numberedFileName', () => {
  it('counts before the ending', () => {
    expect(numberedFileName('Decision v1.2.docx', 2)).toBe('Decision v1.2 (2).docx')
  })
})
