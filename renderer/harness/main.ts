import { z } from 'zod'

z.config({ jitless: true })
document.documentElement.dataset['ready'] = 'true'
