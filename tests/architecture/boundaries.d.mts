interface Boundary {
  readonly from: string
  readonly own: readonly string[]
  readonly not?: readonly string[]
  readonly packages: readonly string[]
  readonly node?: boolean
}

export const boundaries: readonly Boundary[]
export const featureDoor: string
