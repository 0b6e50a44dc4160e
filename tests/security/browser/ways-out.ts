import type { Page } from 'playwright-core'

/** Ways in which a page, or what somebody put on it, may try to lead elsewhere. */
export const waysOut = [
  'address',
  'replace',
  'window',
  'link',
  'middle click',
  'frame',
  'form',
  'refresh',
  'drop',
] as const
export type WayOut = (typeof waysOut)[number]

/** Tries one way out, from inside the page. */
export async function tryWayOut(page: Page, way: WayOut, url: string): Promise<void> {
  await page.evaluate(goOut, [way, url] as [string, string]).catch(() => undefined)
}

function goOut([way, url]: [string, string]): void {
  const put = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  const click = (options: MouseEventInit) =>
    put('a', { href: url, target: options.button === 1 ? '' : '_blank' }).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ...options }),
    )
  const ways: Record<string, () => unknown> = {
    address: () => (location.href = url),
    replace: () => location.replace(url),
    window: () => window.open(url),
    link: () => click({}),
    'middle click': () => click({ button: 1 }),
    frame: () => put('iframe', { src: url }),
    form: () => (put('form', { action: url, method: 'post' }) as HTMLFormElement).submit(),
    refresh: () => document.head.append(put('meta', { 'http-equiv': 'refresh', content: `0;url=${url}` })),
    drop: () => {
      const data = new DataTransfer()
      data.setData('text/uri-list', url)
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    },
  }
  ways[way]?.()
}
