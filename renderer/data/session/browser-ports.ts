import { host, startWorker } from '#renderer/host/index.ts'
import { databaseName } from '../store/database.ts'
import cryptoWorkerUrl from '../workers/crypto-worker.ts?worker&url'
import kdfWorkerUrl from '../workers/kdf-worker.ts?worker&url'
import { createIdSource } from './new-id.ts'
import type { SessionPorts, VaultWitness, WriterLock } from './session-ports.ts'

const lockName = 'evenhand-vault'
const idleAfterMs = 10_000
const witnessKey = 'evenhand-vault-exists'

/** The session's surroundings in the product. */
export function browserPorts(): SessionPorts {
  return {
    databaseName,
    durable: host.call,
    workers: {
      crypto: () => startWorker(cryptoWorkerUrl, 'crypto'),
      kdf: () => startWorker(kdfWorkerUrl, 'kdf'),
    },
    writerLock: webLock,
    witness: storageWitness,
    clock: {
      now: () => new Date().toISOString(),
      wait: after,
      breathe: () => after(0),
      patience: after,
    },
    systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: createIdSource(() => Date.now()),
    stopWork: async () => {
      await host.call('work.stop', {})
    },
    noteWrongKey: () => void host.call('attempts.note', {}),
    endPage: async () => {
      await host.call('window.lock', {})
    },
    whenIdle: (work) => {
      setTimeout(() => requestIdleCallback(work), idleAfterMs)
    },
    log: (level, code, facts) => {
      void host.call('log.write', { level, code, ...(facts ? { facts: { ...facts } } : {}) })
    },
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Held as long as the page lives or until it is released, even when the page crashes. */
const webLock: WriterLock = {
  acquire: () =>
    new Promise((answer, fail) => {
      const holding = Promise.withResolvers<void>()
      navigator.locks
        .request(lockName, { ifAvailable: true }, (lock) => {
          answer(lock ? () => holding.resolve() : undefined)
          return lock ? holding.promise : undefined
        })
        .catch(fail)
    }),
}

/** One word in `localStorage`, which Chromium keeps apart from IndexedDB; it says only that there is a vault. */
const storageWitness: VaultWitness = {
  knowsOfVault: () => localStorage.getItem(witnessKey) !== null,
  remember: () => localStorage.setItem(witnessKey, '1'),
}
