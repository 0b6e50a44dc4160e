import type { PageCodec } from './bridge-bytes.ts'

/** What the script in the page needs to know; it crosses as data. */
export interface BridgeSettings {
  readonly origin: string
  readonly binding: string
  readonly hostEvent: string
  readonly removedNames: readonly string[]
}

interface PageGlobals {
  readonly location: { readonly origin: string }
  readonly parent: unknown
  addEventListener(type: string, listener: (event: { readonly detail: HostEvent }) => void): void
  removeEventListener(type: string, listener: (event: { readonly detail: HostEvent }) => void): void
}

interface HostEvent {
  readonly event: string
  readonly payload: unknown
}

/**
 * Runs in every frame before the page's own code: takes away direct network doors, then puts the frozen
 * `window.evenhand` on the vault's own page. It is sent as text, so it may use nothing from this module.
 */
export function installBridge(
  { origin, binding, hostEvent, removedNames: names }: BridgeSettings,
  { pack, unpack }: PageCodec,
): void {
  const page = globalThis as unknown as PageGlobals & Record<string, unknown>
  const send = page[binding] as (method: string, packed: string) => Promise<string>
  for (const name of [...names, binding]) Reflect.deleteProperty(globalThis, name)
  if (page.location.origin !== origin || page.parent !== page) return
  const bridge = {
    call: async (method: string, request: unknown) => unpack(await send(method, pack(request))),
    on: (event: string, listener: (payload: unknown) => void) => {
      const hear = ({ detail }: { readonly detail: HostEvent }) => {
        if (detail.event === event) listener(detail.payload)
      }
      page.addEventListener(hostEvent, hear)
      return () => page.removeEventListener(hostEvent, hear)
    },
  }
  Object.defineProperty(globalThis, 'evenhand', { value: Object.freeze(bridge), enumerable: true })
}
