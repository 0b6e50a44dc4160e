const WORKER_PATH = /^\/assets\/[\w.-]*worker[\w.-]*\.js$/

interface WorkerPolicy {
  createScriptURL(url: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: WorkerPolicy): WorkerPolicy
}

let policy: WorkerPolicy | undefined

/**
 * Starts one of the program's own workers: pass the address that `import url from './x-worker.ts?worker&url'` gives.
 *
 * The only place that makes workers, because the page's policy allows a single maker of script addresses
 * (`app-worker`), once, and that maker only lets built workers of this origin through.
 */
export function startWorker(url: string, name: string): Worker {
  policy ??= createPolicy()
  return new Worker(policy.createScriptURL(url), { type: 'module', name })
}

function createPolicy(): WorkerPolicy {
  const rules = { createScriptURL: ownWorkerUrl }
  // TypeScript's own list of globals does not have it yet; a browser without it answers undefined.
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  return factory?.createPolicy('app-worker', rules) ?? rules
}

function ownWorkerUrl(url: string): string {
  const parsed = new URL(url, location.href)
  if (parsed.origin !== location.origin || !WORKER_PATH.test(parsed.pathname))
    throw new TypeError('Not a worker of ours')
  return parsed.href
}
