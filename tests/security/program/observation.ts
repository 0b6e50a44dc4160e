/** What the Electron host did when it was started, and how it answered when it was tried; plain data. */
export interface Observation {
  readonly electron: string
  readonly sandboxEnabled: boolean
  readonly readyBeforeSandbox: boolean
  readonly switches: readonly (readonly string[])[]
  readonly schemes: unknown
  readonly resolver: unknown
  readonly singleInstance: boolean
  readonly dataFolderMode: string
  readonly vaultWindow: WindowFacts
  readonly printWindow: WindowFacts
  /** The program's windows, and pages that are made in other ways. */
  readonly contents: readonly ContentsFacts[]
  readonly sessions: readonly SessionFacts[]
  readonly certificateTrusted: boolean
  readonly menu: unknown
  readonly recentDocumentsCleared: boolean
  readonly ipcChannels: readonly string[]
  readonly senders: Readonly<Record<string, string>>
  /** What methods that need an unlocked vault answered before any key was shown, and after a fresh page. */
  readonly whileLocked: Readonly<Record<string, string>>
  readonly preload: PreloadFacts
  /** Files the `app:` handler serves, with their headers, and what it answers to others. */
  readonly files: readonly FileFacts[]
  readonly strangers: Readonly<Record<string, number>>
  /** Switches and variables with which the packaged program was started, and whether it did start. */
  readonly starts: Readonly<Record<string, boolean>>
  readonly lock: LockFacts
}

export interface WindowFacts {
  readonly title: string
  readonly titleCanChange: boolean
  readonly contentProtection: boolean
  readonly webPreferences: Readonly<Record<string, unknown>>
}

export interface ContentsFacts {
  readonly name: string
  /** Events that were not prevented. */
  readonly allowed: readonly string[]
  readonly windowOpen: unknown
  readonly webRtcPolicy: unknown
  readonly devToolsStay: boolean
}

export interface SessionFacts {
  readonly partition: string
  /** Permissions that were given, asked or checked. */
  readonly given: readonly string[]
  readonly devices: boolean
  readonly displayMedia: unknown
  readonly allowed: readonly string[]
  readonly spellChecker: readonly unknown[]
  /** Addresses that were let through. */
  readonly requests: readonly string[]
}

export interface PreloadFacts {
  readonly globals: readonly string[]
  /** Each member with its number of parameters. */
  readonly members: Readonly<Record<string, number>>
  readonly isFrozen: boolean
  readonly removedNames: readonly string[]
  /** Arguments a listener of the page gets; Electron's own event must not be among them. */
  readonly listenerArguments: readonly unknown[]
}

export interface FileFacts {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface LockFacts {
  /** What the page was told when each thing happened. */
  readonly told: Readonly<Record<string, unknown>>
  /** In the order in which they happened when the page did not lock by itself. */
  readonly forced: readonly string[]
  readonly crashesBeforeGivingUp: number
  readonly titleAfter: string
}
