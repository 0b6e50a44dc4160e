import { z } from 'zod'

z.config({ jitless: true })
// Tests drive the page by these; each part is loaded when it is asked for.
Object.assign(globalThis, {
  harness: {
    vault: () => import('./vault/index.ts'),
    bench: () => import('./bench/index.ts'),
    scenario: () => import('./scenario/index.ts'),
    storm: () => import('./storm/index.ts'),
    integrity: () => import('./integrity/index.ts'),
  },
})
document.documentElement.dataset['ready'] = 'true'
