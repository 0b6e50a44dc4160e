/** The little of the platform that the vault needs; every host (page, worker, Node) has it under these names. */
export interface KeyHandle {
  readonly type: string
  readonly extractable: boolean
}

export interface SubtleLike {
  digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer>
  importKey(
    format: 'raw',
    bytes: Uint8Array,
    algorithm: 'HKDF' | 'AES-GCM' | { readonly name: 'HMAC'; readonly hash: 'SHA-256' },
    extractable: false,
    usages: readonly string[],
  ): Promise<KeyHandle>
  importKey(
    format: 'pkcs8' | 'raw',
    bytes: Uint8Array,
    algorithm: { readonly name: 'Ed25519' },
    extractable: false,
    usages: readonly ['sign'] | readonly ['verify'],
  ): Promise<KeyHandle>
  generateKey(
    algorithm: { readonly name: 'Ed25519' },
    extractable: true,
    usages: readonly ['sign', 'verify'],
  ): Promise<{ readonly privateKey: KeyHandle; readonly publicKey: KeyHandle }>
  exportKey(format: 'pkcs8' | 'raw', key: KeyHandle): Promise<ArrayBuffer>
  deriveKey(
    algorithm: HkdfParameters,
    key: KeyHandle,
    derived: { readonly name: 'AES-GCM'; readonly length: 256 },
    extractable: false,
    usages: readonly string[],
  ): Promise<KeyHandle>
  deriveBits(algorithm: HkdfParameters, key: KeyHandle, lengthBits: number): Promise<ArrayBuffer>
  encrypt(algorithm: GcmParameters, key: KeyHandle, data: Uint8Array): Promise<ArrayBuffer>
  decrypt(algorithm: GcmParameters, key: KeyHandle, data: Uint8Array): Promise<ArrayBuffer>
  sign(algorithm: 'HMAC' | 'Ed25519', key: KeyHandle, data: Uint8Array): Promise<ArrayBuffer>
  verify(algorithm: 'Ed25519', key: KeyHandle, signature: Uint8Array, data: Uint8Array): Promise<boolean>
}

export interface HkdfParameters {
  readonly name: 'HKDF'
  readonly hash: 'SHA-256'
  readonly salt: Uint8Array
  readonly info: Uint8Array
}

export interface GcmParameters {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array
  readonly additionalData: Uint8Array
}

interface Platform {
  readonly crypto: { readonly subtle: SubtleLike; getRandomValues(target: Uint8Array): unknown }
  readonly TextEncoder: new () => {
    encode(text: string): Uint8Array
    encodeInto(text: string, target: Uint8Array): { readonly written: number }
  }
  readonly TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string }
}

// `shared` is compiled without DOM and Node types; both hosts provide these globals as described above.
export const platform = globalThis as unknown as Platform
