import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { planFixtures } from './all-fixtures.ts'
import { convertWithLibreOffice } from './libreoffice.ts'
import { makeCastellaneVeshti, makeQuennellArden } from './sample-plans.ts'

// Run by hand when a fixture is added: `node tests/support/plans/make-fixtures.ts [name ...]`. The files are kept
// in the repository so that the tests read real files, and do not need LibreOffice. The files of python-docx are made
// by `python_docx_plans.py` beside this script.
const root = resolve(import.meta.dirname, '../../..')
const only = process.argv.slice(2)
const isWanted = (name: string) => only.length === 0 || only.includes(name)

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(resolve(root, path, '..'), { recursive: true })
  await writeFile(resolve(root, path), bytes)
  console.log(`${path}: ${bytes.length} bytes`)
}

for (const fixture of planFixtures) {
  if (fixture.make === null || !isWanted(fixture.name)) continue
  await write(`tests/fixtures/plans/${fixture.name}.docx`, await fixture.make())
}
if (isWanted('samples')) {
  await write('resources/sample/plan-castellane-veshti.docx', await makeCastellaneVeshti())
  await write('resources/sample/plan-arizona.docx', await makeQuennellArden())
}
if (isWanted('foreign')) {
  const text = '7.2 The Friday exchange takes place at 6:00 p.m.'
  const page = `<html><body><p>${text}</p></body></html>`
  await write(
    'tests/fixtures/plans/foreign/old-word.docx',
    await convertWithLibreOffice('plan.html', page, 'doc:MS Word 97', 'HTML (StarWriter)'),
  )
  await write(
    'tests/fixtures/plans/foreign/pdf.docx',
    await convertWithLibreOffice('plan.html', page, 'pdf', 'HTML (StarWriter)'),
  )
  await write(
    'tests/fixtures/plans/foreign/rich-text.docx',
    await convertWithLibreOffice('plan.html', page, 'rtf', 'HTML (StarWriter)'),
  )
  await write(
    'tests/fixtures/plans/foreign/open-document.docx',
    await convertWithLibreOffice('plan.html', page, 'odt', 'HTML (StarWriter)'),
  )
  await write('tests/fixtures/plans/foreign/web-page.docx', new TextEncoder().encode(page))
}
