import type { Page } from 'playwright-core'

const mostSteps = 40

/** The page for a person without a mouse: what has the focus, and the way to something by the Tab key alone. */
export function keyboardOf(page: Page) {
  const focus = () => page.evaluate(describeFocus)
  return {
    /** `nothing`, or the kind of element with its name, as `button: Unlock`. */
    focus,
    /** Goes on with Tab until an element of this kind and name has the focus, and presses Enter. */
    choose: async (wanted: string): Promise<void> => {
      const seen: string[] = []
      for (let step = 0; step < mostSteps; step += 1) {
        await page.keyboard.press('Tab')
        seen.push(await focus())
        if (seen.at(-1) === wanted) return page.keyboard.press('Enter')
      }
      throw new Error(`Tab does not lead to ${wanted}, only to: ${[...new Set(seen)].join(', ')}`)
    },
    type: (text: string) => page.keyboard.type(text),
    press: (key: string) => page.keyboard.press(key),
  }
}

function describeFocus(): string {
  const { activeElement: active } = document
  if (!(active instanceof HTMLElement) || active === document.body) return 'nothing'
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
  const label = isField ? active.labels?.[0]?.innerText.replace('*', '') : active.innerText
  const kind = isField ? 'field' : active.localName
  return `${kind}: ${(active.getAttribute('aria-label') ?? label ?? '').trim()}`
}
