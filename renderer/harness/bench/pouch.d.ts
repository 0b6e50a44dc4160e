declare module 'pouchdb-browser' {
  interface Row<T> {
    readonly doc?: T
  }
  export default class PouchDB<T extends object> {
    static plugin(plugin: object): void
    constructor(name: string, options: { readonly adapter: 'idb'; readonly auto_compaction: boolean })
    crypto(password: string): Promise<void>
    bulkDocs(documents: readonly (T & { readonly _id: string })[]): Promise<readonly { readonly ok?: true }[]>
    allDocs(options: {
      readonly include_docs: true
      readonly startkey?: string
      readonly endkey?: string
    }): Promise<{ readonly rows: readonly Row<T>[] }>
    get(id: string): Promise<T & { readonly _id: string; readonly _rev: string }>
    put(document: T & { readonly _id: string; readonly _rev: string }): Promise<unknown>
    close(): Promise<void>
  }
}

declare module 'crypto-pouch' {
  const plugin: object
  export default plugin
}

declare module 'garbados-crypt' {
  interface DerivedKey {
    readonly key: Uint8Array
    readonly salt: Uint8Array
  }
  const Crypt: { deriveKey: (password: Uint8Array, salt?: Uint8Array) => Promise<DerivedKey> }
  export default Crypt
}
