import { z } from 'zod'

// The page's policy forbids making code from text, which zod would do for speed as soon as it meets a schema. The rest
// of the program, with every schema, is loaded only after this: an import above would be run before it.
z.config({ jitless: true })

void import('#renderer/app/start.tsx').then(({ start }) => start())
