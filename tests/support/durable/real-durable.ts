import { methods } from '#shared/contract/methods.ts'
import type { CallResult, RequestOf } from '#shared/contract/methods.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import { realDisk } from '#electron/services/durable/disk.ts'
import type { Disk } from '#electron/services/durable/disk.ts'
import { createDurableVault } from '#electron/services/durable/durable-vault.ts'
import type { DurableMethod } from '#electron/services/durable/durable-vault.ts'
import type { RetentionRule } from '#electron/services/durable/retention.ts'
import type { Log } from '#electron/services/log/log.ts'
import { aLog } from '#tests/support/host/log.ts'

export interface RealDurableOptions {
  readonly disk?: Disk
  readonly writer?: Partial<Writer>
  /** The present instant, ISO 8601 in UTC. */
  readonly now?: () => string
  /** Counts pages; one more lets the service drop what the page before it began. */
  readonly generation?: () => number
  readonly quietMs?: number
  readonly retention?: RetentionRule
  readonly log?: Log
}

export interface RealDurable {
  /** A call as the page makes it: cloned on the way, and checked by the contract in both directions. */
  call<M extends DurableMethod>(method: M, request: RequestOf<M>): Promise<CallResult<M>>
  /** Settles when no snapshot is being made in the background. */
  settled(): Promise<void>
  /** The program ends: no file of the folder stays open. */
  close(): Promise<void>
}

/**
 * The real service of the `durable.*` methods on a folder of the test's own (see `aFolder`), for tests of the page's
 * side: `createRealDurable(aFolder()).call` has the shape of `DurableCopy`. A second one on the same folder is the
 * program started again; it may not be used beside the first.
 */
export function createRealDurable(folder: string, options: RealDurableOptions = {}): RealDurable {
  const { disk = realDisk, generation = () => 1, now = () => new Date().toISOString(), ...rest } = options
  const vault = createDurableVault({
    disk,
    folder,
    generation,
    clock: { now },
    log: options.log ?? aLog().log,
    writer: { app: '0.1.0', minReader: '0.1.0', engineMajor: 156, ...options.writer },
    ...(rest.quietMs === undefined ? {} : { quietMs: rest.quietMs }),
    ...(rest.retention ? { retention: rest.retention } : {}),
  })
  return {
    settled: () => vault.settled(),
    close: () => vault.close(),
    call: async (method, request) => {
      const parsed = methods[method].request.parse(structuredClone(request))
      // Parsed by this method's own schema; the compiler cannot follow the pair.
      const handle = vault.methods[method] as (given: unknown) => Promise<{ ok: boolean; value?: unknown }>
      const answer = structuredClone(await handle(parsed))
      const checked = answer.ok ? { ok: true, value: methods[method].response.parse(answer.value) } : answer
      return checked as Awaited<CallResult<typeof method>>
    },
  }
}
