import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, cpSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { decodeHeaderFile, encodeHeaderFile } from '#electron/services/durable/header-file.ts'
import { hashOf } from '#tests/support/integrity/hash-folder.ts'
import { refuseStorage } from '#tests/support/integrity/refuse-storage.ts'
import { findAccessFaults } from '#tests/support/pages/app.ts'
import { createVault } from '#tests/support/pages/welcome.ts'

let template: string
let folder: string
let host: ChromiumHost
let passphrase: string

function start(): Promise<ChromiumHost> {
  return startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    view: { reducedMotion: 'reduce' },
  })
}

const databases = () => join(folder, 'profile', 'Default', 'IndexedDB')
const secondCopy = () => join(folder, 'profile-vault')

/** Found by the proof of damaged files, at seed 31. */
function breakStorage(): void {
  refuseStorage.leveldb(databases())
}

/** One bit of the rows that the second copy begins with. */
function harmSecondCopy(): void {
  const [name = ''] = readdirSync(secondCopy()).filter((each) => each.startsWith('base-'))
  const path = join(secondCopy(), name)
  const bytes = readFileSync(path)
  const at = Math.trunc(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** The headers say that a later program wrote last. */
function writeAsNewer(): void {
  for (const name of ['header-a.cv', 'header-b.cv']) {
    const path = join(secondCopy(), name)
    const header = existsSync(path) ? decodeHeaderFile(readFileSync(path)) : undefined
    if (header)
      writeFileSync(
        path,
        encodeHeaderFile({ ...header, writer: { ...header.writer, app: '99.0.0', minReader: '99.0.0' } }),
      )
  }
}

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'evenhand-e2e-'))
  folder = template
  host = await start()
  passphrase = (await createVault(host.page)).passphrase
  await host.close()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-e2e-'))
  cpSync(template, folder, { recursive: true })
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('storage that the browser refuses for good', () => {
  it('is set aside with one button, and everything comes back from the second copy', async () => {
    breakStorage()
    host = await start()
    const { page } = host
    const button = page.getByRole('button', { name: 'Set it aside and start again' })
    await button.waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('it is whole')
    expect(await page.getByRole('button').count()).toBe(1)
    expect(await findAccessFaults(page)).toEqual([])
    await button.focus()
    // The page may be gone before the key is reported back; that it goes is what is looked for.
    const pressing = page.keyboard.press('Enter').catch(() => undefined)
    expect(await host.closed).toBe('restart')
    await pressing
    const broken = hashOf(databases())

    host = await start()
    const again = host.page
    await again.getByText('The damaged storage was set aside.').waitFor()
    const [aside = ''] = readdirSync(join(folder, 'profile', 'Default')).filter((name) =>
      name.includes('-aside-'),
    )
    await again.getByText(`“Default/${aside}”`).waitFor()
    expect(hashOf(join(folder, 'profile', 'Default', aside))).toBe(broken)
    await again.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await again.keyboard.press('Enter')
    await again.getByRole('heading', { level: 1, name: 'Your records are back' }).waitFor()
    await again.keyboard.press('Enter')
    await again.getByRole('navigation', { name: 'Places' }).waitFor()
    await again.evaluate(() => (location.hash = '#/safekeeping/health'))
    await again.getByText(`Default/${aside}`).waitFor()
    expect(await findAccessFaults(again)).toEqual([])
  })

  it.each([
    ['is gone', 'no second copy', () => rmSync(secondCopy(), { recursive: true })],
    ['is damaged', 'it is not whole', harmSecondCopy],
  ])('stays where it is when the second copy %s', async (_what, words, harm) => {
    breakStorage()
    harm()
    host = await start()
    await host.page.getByText(words).waitFor()
    expect(await host.page.getByRole('button').allInnerTexts()).toEqual(['Look again'])
    expect(await findAccessFaults(host.page)).toEqual([])
    const answer = await host.page.evaluate(() => window.evenhand?.call('storage.setAside', {}))
    expect(answer).toEqual({ ok: false, error: { code: 'copy-not-whole' } })
    expect(existsSync(databases())).toBe(true)
  })
})

describe('a vault of a newer Evenhand', () => {
  it('can be copied as it is, and is not touched', async () => {
    writeAsNewer()
    const before = hashOf(secondCopy())
    host = await start()
    const { page } = host
    await page.getByText('This vault was last used by a newer Evenhand.').waitFor()
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Look again', 'Save a copy as it is'])
    await page.getByRole('button', { name: 'Save a copy as it is' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('The copy is saved, and every file in it was compared with the vault.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    const place = join(folder, 'exports', 'Backups')
    const [copy = '', ...more] = readdirSync(place)
    expect(more).toEqual([])
    await page.getByText(`in the folder “${copy}” in “Backups”`).waitFor()
    rmSync(join(place, copy, 'SHA256SUMS'))
    expect(hashOf(join(place, copy))).toBe(before)
    expect(hashOf(secondCopy())).toBe(before)
  })
})
