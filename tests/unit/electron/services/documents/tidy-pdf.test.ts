import { describe, expect, it } from 'vitest'
import { tidyPdf } from '#electron/services/documents/tidy-pdf.ts'

const rest = '\nendobj\n2 0 obj\n<</Creator (text of the document)>>\nendobj\n%%EOF'

function aPdf(info: string): Uint8Array {
  return Buffer.from(`%PDF-1.4\n%\u00d3\u00eb\n1 0 obj\n<<${info}>>${rest}`, 'latin1')
}

function tidied(info: string): string {
  return Buffer.from(tidyPdf(aPdf(info))).toString('latin1')
}

const printed =
  '/Title (Determination No. 1 \\(draft\\))\n/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome)\n/Producer (Skia/PDF m156)\n' +
  "/CreationDate (D:20261121223519+00'00')\n/ModDate (D:20261121223519+00'00')"

describe('tidyPdf', () => {
  it('keeps the title and names Evenhand as the author', () => {
    expect(tidied(printed)).toMatch(
      /\/Title \(Determination No\. 1 \\\(draft\\\)\)\n\/Author \(Evenhand\) +\n/,
    )
  })

  it('takes out browser, system and dates', () => {
    expect(tidied(printed).split('endobj')[0]).not.toMatch(/Mozilla|Linux|Skia|Date|2026/)
  })

  it('moves no byte and touches nothing behind the dictionary', () => {
    expect(tidied(printed)).toHaveLength(aPdf(printed).length)
    expect(tidied(printed).endsWith(rest)).toBe(true)
  })

  it('is not misled by a title that looks like an entry', () => {
    const title = '/Title (x /Creator \\(y\\) >> z)\n'
    expect(tidied(`${title}/Creator (Mozilla)`)).toContain('/Title (x')
  })

  it('leaves anything else as it is', () => {
    const bytes = Buffer.from('not a PDF at all', 'latin1')
    expect(tidyPdf(bytes)).toEqual(bytes)
  })
})
