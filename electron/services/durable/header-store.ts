import type { DurableLook, HeaderCopy, Writer } from '#shared/contract/vault-files.ts'
import { systemCode } from './disk.ts'
import type { HeaderFile } from './header-file.ts'
import { compareVersions, guardOf, readHeaders, writeHeader } from './headers.ts'
import type { Headers } from './headers.ts'
import type { VaultFolder } from './vault-files.ts'

export interface LookedAt extends Headers {
  readonly guard: DurableLook['guard']
}

/** Both header copies of a folder, and whether this program may write into it. */
export class HeaderStore {
  readonly #folder: VaultFolder
  readonly #own: Writer
  #mayWrite: boolean | undefined

  constructor(folder: VaultFolder, own: Writer) {
    this.#folder = folder
    this.#own = own
  }

  /** Reads both copies, and says in the header when this program is the first that older ones must not follow. */
  async look(): Promise<LookedAt> {
    const headers = await readHeaders(this.#folder)
    const guard = guardOf(headers.newest?.writer ?? null, this.#own)
    this.#mayWrite = guard === 'fits'
    if (headers.newest && this.#mayWrite && this.#raises(headers.newest.writer))
      await this.#raise(headers.newest)
    return { ...headers, guard }
  }

  /** Writes the next copy. Rejects when the disk refuses. */
  async write(copy: HeaderCopy): Promise<HeaderFile> {
    return writeHeader(this.#folder, copy, this.#own)
  }

  /** False where a newer program or engine wrote last: then nothing of the folder may be changed. */
  async mayWrite(): Promise<boolean> {
    return this.#mayWrite ?? (await this.look()).guard === 'fits'
  }

  #raises(last: Writer): boolean {
    return (
      this.#own.engineMajor > last.engineMajor || compareVersions(this.#own.minReader, last.minReader) > 0
    )
  }

  // On a disk that refuses, opening the vault still goes on: the next start tries again.
  async #raise({ copy }: HeaderFile): Promise<void> {
    await this.write(copy).catch((error: unknown) => {
      if (systemCode(error) === undefined) throw error
    })
  }
}
