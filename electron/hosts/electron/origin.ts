/** Where the page lives in this host, for ever: the vault's store hangs on it. */
export const vaultOrigin = 'app://vault'
export const scheme = 'app'

/** The session that holds the vault's store; a new name would be a new, empty store. */
export const vaultPartition = 'persist:vault'

/** The only page of the printing session; that session knows nothing else. */
export const printUrl = 'app://print/'
