import { z } from 'zod'

// The page's policy forbids making code from text, which zod would do for speed as soon as it meets a schema.
// So this is a module of its own, imported before every module that holds one.
z.config({ jitless: true })
