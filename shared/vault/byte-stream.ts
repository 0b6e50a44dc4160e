import { concatBytes } from './bytes.ts'

/** Takes bytes off pieces that arrive one after another, however they are cut. Holds one piece and what is asked for. */
export class ByteStream {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #tooShort: () => Error
  #piece: Uint8Array = new Uint8Array()
  #at = 0

  /** `tooShort` makes what is thrown when the source ends too early. */
  constructor(source: AsyncIterable<Uint8Array>, tooShort: () => Error) {
    this.#source = source[Symbol.asyncIterator]()
    this.#tooShort = tooShort
  }

  /** The next bytes, exactly so many. They may be a view: copy what is kept. */
  async take(length: number): Promise<Uint8Array> {
    if (this.#piece.length - this.#at >= length) return this.#cut(length)
    const parts: Uint8Array[] = []
    for (let missing = length; missing > 0;) {
      if (this.#at === this.#piece.length && !(await this.#more())) throw this.#tooShort()
      const part = this.#cut(Math.min(missing, this.#piece.length - this.#at))
      parts.push(part)
      missing -= part.length
    }
    return concatBytes(...parts)
  }

  /** Tells whether everything has been taken. */
  async isAtEnd(): Promise<boolean> {
    return this.#at === this.#piece.length && !(await this.#more())
  }

  #cut(length: number): Uint8Array {
    this.#at += length
    return this.#piece.subarray(this.#at - length, this.#at)
  }

  /** Goes to the next piece that is not empty. */
  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#source.next()
      if (next.done === true) return false
      this.#piece = next.value
      this.#at = 0
      if (next.value.length > 0) return true
    }
  }
}
