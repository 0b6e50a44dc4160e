import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCanaries, findWords } from '#tests/support/canaries.ts'
import { aPng, withComment } from '#tests/support/files/pictures.ts'
import { findAccessFaults } from '#tests/support/pages/app.ts'
import { seedFamily } from '#tests/support/pages/families.ts'
import { dropFile, filesPage } from '#tests/support/pages/files.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'
import { unlock } from '#tests/support/pages/unlock.ts'

const canaries = createCanaries()
const [nameWord = '', pictureWord = '', fileWord = ''] = ['name', 'picture', 'file'].map((each) => {
  canaries.mark(each)
  return canaries.words().at(-1)
})
const picture = withComment(aPng(1200, 800), pictureWord)
const large = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.alloc(5 * 1024 * 1024, `${fileWord} said so. `),
])
const seed = async (run: RunCommand) => ({ caseId: await seedFamily(run) })

describe('files of a case', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  const open = (...parts: readonly string[]) => goTo(app, 'cases', app.seeded.caseId, 'files', ...parts)
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1280, height: 800 })
  })
  afterAll(() => app.close())

  it('come in by drop and by button, and a picture is shown without what its file says beside', async () => {
    const { page } = app
    const files = filesPage(page)
    await open()
    await dropFile(page, { name: `Lane ${nameWord}.exe`, bytes: picture })
    await files.row(/Lane .* Picture \(PNG\)/u).waitFor()
    await files.chooser.setInputFiles({ name: `${nameWord}.pdf`, mimeType: '', buffer: large })
    await files.row(/PDF\s*5 MB/u).waitFor()
    await files.link(/^Lane/u).click()
    await files.picture.waitFor()
    expect(
      await files.picture.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height]),
    ).toEqual([1200, 800])
    await page.getByRole('textbox', { name: 'Title' }).fill('Lane at noon')
    await page.getByRole('heading', { level: 1, name: 'Lane at noon' }).waitFor()
    expect(await files.picture.evaluate(colourInTheMiddle)).toEqual([40, 110, 90, 255])
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('leave no word of theirs on the disk, neither of their content nor of their name', () => {
    expect(canaries.words()).toHaveLength(3)
    expect(findWords(app.folder, canaries.words())).toEqual([])
  })

  it('are there after a reload, and a copy is the file as it came, under a name that tells nothing', async () => {
    const { page } = app
    await page.reload()
    await unlock(page, app.passphrase)
    await open()
    const files = filesPage(page)
    await files.link(new RegExp(`^${nameWord}`, 'u')).click()
    await files.copy.click()
    await files.confirmCopy.click()
    await page.getByText('A copy was saved as “File ').waitFor()
    const [, name = ''] =
      /“(.+?)”/u.exec((await page.getByText('A copy was saved as').textContent()) ?? '') ?? []
    const copy = await readFile(join(app.folder, 'exports', name))
    expect(createHash('sha256').update(copy).digest('hex')).toBe(
      createHash('sha256').update(large).digest('hex'),
    )
    expect(name).toMatch(/^File \d{4}-\d\d-\d\d\.pdf$/u)
  })

  it('are refused when a picture says that it is 50,000 pixels wide and high, or when they are empty', async () => {
    const { page } = app
    const files = filesPage(page)
    await open()
    const bomb = aPng(4, 4, { width: 50_000, height: 50_000 })
    await dropFile(page, { name: 'bomb.png', bytes: bomb })
    await files.link('bomb').click()
    await page
      .getByText('This picture is not opened: it says that it is 50,000 × 50,000 pixels large.')
      .waitFor()
    await open()
    await dropFile(page, { name: 'nothing.txt', bytes: Buffer.alloc(0) })
    await page.getByText('“nothing.txt” was not added').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(app.complaints).toEqual([])
  })
})

function colourInTheMiddle(shown: HTMLCanvasElement): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  context?.drawImage(shown, shown.width / 2, shown.height / 2, 1, 1, 0, 0, 1, 1)
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
}
