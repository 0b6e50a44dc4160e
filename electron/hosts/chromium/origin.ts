/** Where the page lives in this host, for ever: the vault's store hangs on it. Reserved names, so nothing can answer there. */
export const vaultOrigin = 'https://vault.evenhand.invalid'

/** An empty place on another site; going there ends the process that showed the vault. */
export const blankOrigin = 'https://blank.invalid'
