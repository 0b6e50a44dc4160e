import { randomBytes } from 'node:crypto'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { RowSource } from './row-index.ts'

/** A page reads one thing at a time; more open readings than this were forgotten. */
const mostReadings = 4

/** Readings that go over several calls, by a token that cannot be guessed. */
export class Readings {
  readonly #open = new Map<string, RowSource>()

  /** Keeps a reading until it is read to its end; the oldest of too many is dropped. */
  async add(source: RowSource): Promise<string> {
    const token = newToken()
    this.#open.set(token, source)
    const [oldest] = this.#open.keys()
    if (this.#open.size > mostReadings && oldest !== undefined) await this.#end(oldest)
    return token
  }

  /** The next part; undefined for a token that is not, or no longer, one of ours. */
  async next(token: string): Promise<{ readonly rows: StoredRow[]; readonly done: boolean } | undefined> {
    const source = this.#open.get(token)
    if (!source) return undefined
    const { rows, done } = await source.next()
    if (done) await this.#end(token)
    return { rows: [...rows], done }
  }

  async dropAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((token) => this.#end(token)))
  }

  async #end(token: string): Promise<void> {
    const source = this.#open.get(token)
    this.#open.delete(token)
    await source?.close()
  }
}

/** A handle that cannot be guessed. */
export function newToken(): string {
  return randomBytes(16).toString('hex')
}
