import type { Page } from 'playwright-core'

/** Milliseconds for which a page may be held up at once. */
export const longestTaskMs = 50

interface Watching {
  longTasks?: { readonly tasks: { readonly startTime: number; readonly duration: number }[]; stop(): void }
}

/** Does something with a page and answers with every span, in milliseconds, for which the page could not react meanwhile. */
export async function watchLongTasks(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const tasks: { startTime: number; duration: number }[] = []
    const take = (entries: readonly { startTime: number; duration: number }[]) => tasks.push(...entries)
    const observer = new PerformanceObserver((list) => take(list.getEntries()))
    observer.observe({ type: 'longtask' })
    const stop = () => {
      take(observer.takeRecords())
      observer.disconnect()
    }
    ;(globalThis as unknown as Watching).longTasks = { tasks, stop }
  })
  await work()
  return page.evaluate(async () => {
    // What was long is told once it is over, by the frame after it.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const { longTasks } = globalThis as unknown as Watching
    longTasks?.stop()
    return (longTasks?.tasks ?? []).map(({ duration }) => Math.round(duration))
  })
}
