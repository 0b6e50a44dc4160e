import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { enterFamily } from '#tests/support/pages/cases.ts'
import { go } from '#tests/support/pages/go.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { todayPage } from '#tests/support/pages/today.ts'
import { createVault } from '#tests/support/pages/welcome.ts'

describe('today', () => {
  let app: App
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700, colorScheme: 'dark' })
    await createVault(app.page)
  })
  afterAll(() => app.close())

  it('opens after the vault was made, and leads to the first family', async () => {
    const { page } = app
    await todayPage(page).heading.waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
    await todayPage(page).enter.click()
    await page.getByRole('heading', { level: 1, name: 'Enter a family' }).waitFor()
  })

  it('adds the sample practice, marked as made up, with its clocks and what waits', async () => {
    const { page } = app
    await go(page, '#/today', 'Today')
    await todayPage(page).explore.click()
    await todayPage(page).sample.waitFor()
    const waiting = todayPage(page).lines('Waiting for you')
    expect(await waiting.count()).toBeGreaterThan(0)
    for (const line of await waiting.all()) expect(await line.textContent()).toContain('Sample')
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('leads from a line to the place where it is dealt with', async () => {
    const { page } = app
    const link = todayPage(page).lines('Waiting for you').first().getByRole('link')
    const href = await link.getAttribute('href')
    await link.click()
    await todayPage(page).heading.waitFor({ state: 'detached' })
    expect(page.url().endsWith(href ?? 'nowhere')).toBe(true)
  })

  it('tells a new family’s next step and the missing name of the coordinator', async () => {
    const { page } = app
    await enterFamily(page, ['Zoe Zimmer', 'Max Zwick'])
    await go(page, '#/today', 'Today')
    const waiting = page.getByRole('list', { name: 'Waiting for you' })
    await waiting.getByRole('link', { name: 'Record the conflict check' }).waitFor()
    await waiting.getByRole('link', { name: /^Enter your name/u }).waitFor()
  })

  it('removes the sample practice at one click, and nothing else', async () => {
    const { page } = app
    await todayPage(page).removeSample.click()
    await todayPage(page).sample.waitFor({ state: 'detached' })
    await shell(page).saved.waitFor()
    await go(page, '#/cases', 'Cases')
    await page.getByText('1 family', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Zimmer and Zwick' }).waitFor()
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })
})
