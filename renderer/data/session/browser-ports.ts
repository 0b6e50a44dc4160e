import { host, startWorker } from '#renderer/host/index.ts'
import { databaseName } from '../store/database.ts'
import cryptoWorkerUrl from '../workers/crypto-worker.ts?worker&url'
import kdfWorkerUrl from '../workers/kdf-worker.ts?worker&url'
import { createIdSource } from './new-id.ts'
import type { SessionPorts, VaultWitness, WriterLock } from './session-ports.ts'

const lockName = 'evenhand-vault'
const idleAfterMs = 10_000
const witnessKey = 'evenhand-vault-exists'
const distrustKey = 'evenhand-store-unreadable'

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
    tellKeys: async (held) => {
      await host.call('vault.keys', { held })
    },
    wasSetAside: async () => {
      const found = await host.call('storage.look', {})
      return found.ok && found.value.lastTry === 'done'
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

/** Two words in `localStorage`, which Chromium keeps apart from IndexedDB: that there is a vault, and what its database is called. */
const storageWitness: VaultWitness = {
  knowsOfVault: () => localStorage.getItem(witnessKey) !== null,
  lastDatabase: () => databaseNameIn(witnessKey),
  remember: (databaseName) => localStorage.setItem(witnessKey, databaseName),
  distrusted: () => databaseNameIn(distrustKey),
  distrust: (databaseName) => localStorage.setItem(distrustKey, databaseName),
}

/** The first release wrote a number in place of the name. */
function databaseNameIn(key: string): string | undefined {
  const name = localStorage.getItem(key)
  return name !== null && /^evenhand(-\d{1,6})?$/u.test(name) ? name : undefined
}
