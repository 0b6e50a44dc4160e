/** A value that can be watched; what React's `useSyncExternalStore` asks for. */
export interface Signal<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export interface WritableSignal<T> extends Signal<T> {
  set(value: T): void
}

/** Makes a watched value. Setting the same value again tells nobody. */
export function createSignal<T>(first: T): WritableSignal<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
