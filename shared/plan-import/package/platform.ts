interface Chunks {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>
    cancel(): Promise<void>
  }
}

interface Inflating {
  readonly readable: Chunks
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> }
  }
}

interface WebPlatform {
  readonly DecompressionStream: new (format: 'deflate-raw') => Inflating
  readonly TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }
}

/**
 * The two web APIs this reader needs, present in Node 24 and in Chromium alike.
 *
 * `shared` is compiled without the DOM and Node libraries, so the parts in use are described here.
 */
export const platform = globalThis as unknown as WebPlatform
