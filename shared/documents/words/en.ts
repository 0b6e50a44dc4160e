/** Words of the page furniture; each takes its numbers as arguments so that another language can order them. */
export const furnitureWords = {
  draft: 'DRAFT',
  draftMeaning: 'not signed, not in force',
  page: 'Page ',
  of: ' of ',
} as const
