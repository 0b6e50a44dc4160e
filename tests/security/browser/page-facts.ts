import type { Page } from 'playwright-core'
import { vaultOrigin } from '#electron/hosts/chromium/origin.ts'

/** What stands on the page of the host before anybody did anything: the whole surface towards the program. */
export interface PageFacts {
  readonly bridge: Readonly<Record<string, number>>
  readonly isFrozen: boolean
  readonly canReplace: boolean
  /** Globals that a fresh page of Chromium does not have. */
  readonly added: readonly string[]
  /** Names that must be gone and are not, here and in an empty frame. */
  readonly left: readonly string[]
  readonly stored: Readonly<Record<string, number>>
}

/** The surface that was agreed on; a change of it must be looked at by a person. */
export const expectedFacts: PageFacts = {
  bridge: { call: 2, on: 2 },
  isFrozen: true,
  canReplace: false,
  added: ['evenhand'],
  left: [],
  stored: { session: 0, cookies: 0, caches: 0, workers: 0 },
}

/** Looks at the page; `names` are those that must be gone. */
export async function lookAtPage(page: Page, names: readonly string[]): Promise<PageFacts> {
  const before = await globalsOfFreshPage(page)
  return page.evaluate(
    async ([gone, known]) => {
      const bridge = Object.entries(window.evenhand ?? {})
      const frame = document.body.appendChild(document.createElement('iframe'))
      const inner = frame.contentWindow ?? window
      const left = gone.filter((name) => name in window || name in inner)
      frame.remove()
      return {
        bridge: Object.fromEntries(bridge.map(([name, member]) => [name, (member as () => void).length])),
        isFrozen: Object.isFrozen(window.evenhand),
        canReplace: Reflect.set(window, 'evenhand', {}) || Reflect.deleteProperty(window, 'evenhand'),
        // What the schema library keeps there comes with the first part that is loaded, and leads nowhere.
        added: Object.getOwnPropertyNames(window).filter(
          (name) => !known.includes(name) && !/^(\d+$|__zod_)/.test(name),
        ),
        left,
        stored: {
          session: sessionStorage.length,
          cookies: document.cookie.length,
          caches: (await caches.keys()).length,
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        },
      }
    },
    [[...names], before] as [string[], string[]],
  )
}

// A page of another origin in the same browser, where nothing of ours runs.
async function globalsOfFreshPage(page: Page): Promise<string[]> {
  await page.goto('https://blank.invalid/')
  const names = await page.evaluate(() => Object.getOwnPropertyNames(window))
  await page.goto(`${vaultOrigin}/`)
  await page.waitForLoadState()
  return names
}
