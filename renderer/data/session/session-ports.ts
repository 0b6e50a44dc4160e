import type { Upgrader } from '#shared/records/upgrade.ts'
import type { DurableCopy } from '../store/durable-copy.ts'
import type { WorkerFactory } from '../workers/vault-workers.ts'

/** What a session needs from the world around it; a browser in the product, stand-ins in tests. */
export interface SessionPorts {
  /** Name of the database as long as the data folder knows no other. */
  readonly databaseName: string
  /** The second copy of the vault, kept by the host. */
  readonly durable: DurableCopy
  readonly workers: WorkerFactory
  /** Versions of payloads; the program's own when not given. */
  readonly upgrader?: Upgrader
  readonly writerLock: WriterLock
  readonly witness: VaultWitness
  readonly clock: SessionClock
  /** IANA zone of this computer, used until the practice has one. */
  readonly systemZone: () => string
  readonly newId: () => string
  /** After everything is sealed and the keys are gone: the host ends this page's process. */
  readonly endPage: () => Promise<void>
  /** Stops exports, prints and backups that are under way in the host. */
  readonly stopWork?: () => Promise<void>
  /** Tells the host whether this page holds keys: only then it answers what needs an unlocked vault. */
  readonly tellKeys?: (held: boolean) => Promise<void>
  /** Tells whether the host has set the browser's storage aside at this start. */
  readonly wasSetAside?: () => Promise<boolean>
  /** Counts a wrong passphrase or recovery key where it outlasts this page. */
  readonly noteWrongKey?: () => void
  /** Runs work once the person has paused for a while. */
  readonly whenIdle: (work: () => void) => void
  /** Codes and numbers only. */
  readonly log: (
    level: 'info' | 'warn' | 'error',
    code: string,
    facts?: Readonly<Record<string, number>>,
  ) => void
}

export interface SessionClock {
  /** ISO 8601 in UTC. */
  now(): string
  wait(ms: number): Promise<void>
  /** Lets the page do what waits: input, painting. */
  breathe(): Promise<void>
  /** Resolves when something that may hang has had its time. */
  patience(ms: number): Promise<void>
}

/** Only one page may have the vault open. */
export interface WriterLock {
  /** Answers with the release, or `undefined` when another page holds the lock. */
  acquire(): Promise<(() => void) | undefined>
}

/**
 * Remembers, outside IndexedDB, that there is a vault: a browser that lost its database shows none, and that must
 * not look like a first start.
 */
export interface VaultWitness {
  knowsOfVault(): boolean
  /** The database that was the vault last; the data folder says the same, as long as it is readable. */
  lastDatabase?(): string | undefined
  remember(databaseName: string): void
  /** A database of which rows cannot be read any more: it is opened from the second copy next time. */
  distrusted?(): string | undefined
  distrust?(databaseName: string): void
}
