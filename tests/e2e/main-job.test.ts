import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { RefusedRequest } from '#electron/hosts/chromium/routes.ts'
import { createCanaries, encodingsOf, findWords, sizeOf } from '#tests/support/canaries.ts'
import { terms } from '#tests/support/journey/decision.ts'
import { storyClock, storyZone, walkMainJob } from '#tests/support/journey/main-job.ts'

describe('the main job, from an empty vault to the saved documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-main-job-'))
  const profileDir = join(folder, 'profile')
  const exportsDir = join(folder, 'exports')
  const canaries = createCanaries()
  const complaints: string[] = []
  const titles = new Set<string>()
  const remembered: string[] = []
  let refusedRequests: readonly RefusedRequest[] = []
  let policy = ''
  let stored: unknown

  beforeAll(async () => {
    const host = await startChromiumHost({
      profileDir,
      exportsDir,
      headless: true,
      clock: storyClock,
      view: { timezoneId: storyZone, reducedMotion: 'reduce' },
    })
    const { page } = host
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('response', (response) => {
      if (response.request().isNavigationRequest())
        policy = response.headers()['content-security-policy'] ?? policy
    })
    const see = async (name: string) => {
      titles.add(await page.title())
      remembered.push(...(await fieldsTheBrowserRemembers(page)).map((field) => `${name}: ${field}`))
    }
    await walkMainJob({ page, say: canaries.mark, see })
    stored = await page.evaluate(async () => ({
      local: Object.values(localStorage),
      session: sessionStorage.length,
      cookies: document.cookie,
      caches: (await caches.keys()).length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }))
    refusedRequests = host.refusedRequests
    await host.close()
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('asks for nothing outside the program and breaks no rule of its policy', () => {
    expect(refusedRequests).toEqual([])
    expect(complaints).toEqual([])
  })

  it('runs under a policy without an unsafe word', () => {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
  })

  it('leaves none of at least 40 marked texts readable in the profile', () => {
    const words = canaries.words()
    expect(words.length).toBeGreaterThanOrEqual(40)
    expect(sizeOf(profileDir)).toBeGreaterThan(100_000)
    expect(findWords(profileDir, words)).toEqual([])
  })

  it('shows no field whose words the browser would write into its own session file', () => {
    expect(remembered).toEqual([])
  })

  it('would find a marked text in each of the encodings, were it there', () => {
    const control = mkdtempSync(join(folder, 'control-'))
    const [word = ''] = canaries.words()
    for (const [index, bytes] of encodingsOf(word).entries())
      writeFileSync(
        join(control, `file-${String(index)}`),
        Buffer.concat([Buffer.from('#'), bytes, Buffer.from('#')]),
      )
    expect(findWords(control, [word])).toHaveLength(encodingsOf(word).length)
  })

  it('keeps nothing but the vault in the browser, and says nothing in the title of the window', () => {
    // The one word in localStorage, the name of the database, says that there is a vault, so that a lost store is not taken for a first start.
    expect(stored).toEqual({
      local: ['evenhand'],
      session: 0,
      cookies: '',
      caches: 0,
      databases: ['evenhand'],
    })
    expect([...titles]).toEqual(['Evenhand'])
  })

  it('saves six documents whose names give nobody away', () => {
    const names = readdirSync(exportsDir).toSorted()
    expect(names).toHaveLength(6)
    expect(names.join('\n')).not.toMatch(/Castellane|Veshti|Imogen|Darko|Orla/u)
  })

  it('says each operative term once in the decision, and no private word in any document', async () => {
    const texts = await readWordFiles(exportsDir)
    const decision = texts.get('Determination No. 1.docx') ?? ''
    for (const term of Object.values(terms)) expect(decision.split(canaries.mark(term))).toHaveLength(2)
    const secrets = [
      '14 Fennel Row',
      '555-0142',
      'Keep the tone even; both are tired.',
      'No fear of a joint meeting was reported',
    ]
    for (const text of texts.values()) for (const secret of secrets) expect(text).not.toContain(secret)
  })
})

/** Fields that a browser restores with their words after a crash: all but those that forbid it. */
async function fieldsTheBrowserRemembers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input, textarea')]
      .filter(
        (field) => !['checkbox', 'radio', 'file', 'hidden'].includes(field.getAttribute('type') ?? 'text'),
      )
      .filter((field) => field.getAttribute('autocomplete') !== 'off')
      .map((field) => field.getAttribute('aria-label') ?? field.id),
  )
}

async function readWordFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'))
  const texts = await Promise.all(
    names.map((name) => mammoth.extractRawText({ buffer: readFileSync(join(folder, name)) })),
  )
  return new Map(names.map((name, index) => [name, texts[index]?.value ?? '']))
}
