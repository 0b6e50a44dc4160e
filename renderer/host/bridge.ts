/** What both hosts put on `window`, frozen, before the first line of ours runs. */
export interface Bridge {
  call(method: string, request: unknown): Promise<unknown>
  /** Calls back with what the host sends until the returned function is called. */
  on(event: string, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly evenhand?: Bridge
  }
}

/** The bridge of this page, or undefined where no host put one (a plain browser, a unit test). */
export function findBridge(): Bridge | undefined {
  return globalThis.window?.evenhand
}
