import { useSyncExternalStore } from 'react'

/** A list that mounted components add to and take from, and that others may watch. */
export interface Registry<T> {
  /** Adds entries until the returned function is called. */
  readonly add: (entries: readonly T[]) => () => void
  readonly all: () => readonly T[]
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes an empty registry; what was added last comes last. */
export function createRegistry<T>(): Registry<T> {
  const groups = new Set<readonly T[]>()
  const listeners = new Set<() => void>()
  let entries: readonly T[] = []
  const changed = () => {
    entries = [...groups].flat()
    for (const listener of listeners) listener()
  }
  return {
    add: (added) => {
      const group = [...added]
      groups.add(group)
      changed()
      return () => {
        groups.delete(group)
        changed()
      }
    },
    all: () => entries,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Watches a registry from a component. */
export function useRegistry<T>(registry: Registry<T>): readonly T[] {
  return useSyncExternalStore(registry.subscribe, registry.all)
}
