/** Names of the two channels between page and host; everything else of the contract travels inside them. */
export const callChannel = 'evenhand:call'
export const eventChannel = 'evenhand:event'
