import { z } from 'zod'

/** The one record that describes the coordinator: letterhead, zone, habits. */
export const PracticeHead = z.looseObject({
  coordinatorName: z.string(),
  credentials: z.string(),
  practiceName: z.string(),
  contact: z.string(),
  place: z.string(),
  zone: z.string(),
  paperSize: z.enum(['letter', 'a4']),
  appearance: z.enum(['system', 'light', 'dark']),
  lockAfterMinutes: z.number().int(),
  /** The word for the people between whom the practice works. */
  terminology: z.enum(['parent', 'party']).default('parent'),
  /** Whether single keys such as 1 to 9 lead somewhere; some people need them off. */
  singleKeys: z.boolean().default(true),
  /** What of this record the sample practice filled in: the names alone, or the whole record. */
  sample: z.enum(['names', 'whole']).optional(),
})

export const PracticeBody = z.looseObject({})

export type PracticeHead = z.infer<typeof PracticeHead>
