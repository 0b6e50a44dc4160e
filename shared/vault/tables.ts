/**
 * Tables of the store by their fixed place: the number stands in frames of the journal and in the manifest, so a new
 * table goes to the end and none is ever taken out.
 */
export const storeTables = ['meta', 'heads', 'bodies', 'headPacks', 'bodyPacks', 'keys', 'audit'] as const

export type StoreTable = (typeof storeTables)[number]
