import { removedNames } from '#shared/contract/removed-names.ts'

/**
 * Takes the ways to the network from a worker, as both hosts take some from the page: a worker has globals of its own. An
 * import with an effect, the first of each worker that holds a secret; the policy of the page closes the same ways again.
 */
const more = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel']

export function withoutNetwork(scope: object = globalThis): void {
  for (let each: object | null = scope; each !== null; each = Reflect.getPrototypeOf(each)) {
    for (const name of [...removedNames, ...more]) Reflect.deleteProperty(each, name)
  }
}

withoutNetwork()
