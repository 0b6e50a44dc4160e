export const unlock = { title: 'unlock' }
