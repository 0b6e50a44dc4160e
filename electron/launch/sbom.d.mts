/** The list of what the packaged program is made of, as far as tests look into it. */
export interface Sbom {
  readonly bomFormat: string
  readonly specVersion: string
  readonly serialNumber: string
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } }
  readonly components: readonly SbomComponent[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

export interface SbomComponent {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  readonly licenses: readonly object[]
}

/** The parts of the packaged program as CycloneDX 1.5; the same lock file gives the same bytes. */
export function makeSbom(lock: object, manifest: object): Sbom
