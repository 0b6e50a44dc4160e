import type { LeftOutClass } from '../builders/input.ts'

/** What each class of withheld material is, and the ground for leaving it out: it describes and never shows. */
export const leftOutWords = {
  'session-content': {
    what: 'What was said in sessions',
    ground: 'Session communications are confidential under the regime of this case',
  },
  'facilitation-agreements': {
    what: 'Agreements noted in sessions',
    ground: 'Part of confidential session communications; a written agreement can be filed by a parent',
  },
  caucus: {
    what: 'Entries from separate talks with one parent',
    ground: 'Given in confidence by one parent',
  },
  child: { what: 'Entries about what a child said', ground: 'Shared only as far as the child gave leave' },
  protected: { what: 'Entries that could show a protected place', ground: 'Protected location' },
  private: {
    what: 'Reflections of the parenting coordinator',
    ground: 'Private notes; released only by order',
  },
  'struck-out': { what: 'Entries struck out', ground: 'Corrected in the record by a later entry' },
  'private-note': { what: 'Private case notes', ground: 'Private notes; released only by order' },
  screening: { what: 'Screening answers', ground: 'Confidential screening; never part of a file' },
  contact: {
    what: 'Addresses and ways to reach a parent',
    ground: 'Contact details are not part of the record',
  },
  draft: { what: 'Drafts of decisions', ground: 'Not issued, without effect' },
  attachment: {
    what: 'Attached papers not shared with both parents',
    ground: 'Marked confidential when received',
  },
} as const satisfies Record<LeftOutClass, { readonly what: string; readonly ground: string }>

/** Classes that the certificate names even when there is nothing of them, in the order of the register. */
export const leftOutOrder = Object.keys(leftOutWords) as readonly LeftOutClass[] // keys of the literal above
