import type { Block, DocumentModel } from '#shared/documents/model.ts'

/** A small issued decision; `changes` shows what matters to the test. */
export function aDocument(changes: Partial<DocumentModel> = {}): DocumentModel {
  return {
    kind: 'decision',
    language: 'en-CA',
    title: 'Determination No. 1',
    status: 'issued',
    page: { size: 'letter', density: 'normal' },
    letterhead: [
      'Maren Holloway',
      'JD, Parenting Coordinator',
      '200 Harbour Street, Suite 4',
      'office@example.org',
    ],
    caption: [
      'In the matter of the parenting of O.V-C. (born 2018)',
      'Imogen Castellane, Parent A',
      'Darko Veshti, Parent B',
    ],
    runningHeader: 'Determination No. 1, version 1',
    legend: 'Not confidential: may be filed with the court',
    blocks: allBlocks,
    warnings: [],
    ...changes,
  }
}

/** One block of each type. */
export const allBlocks: readonly Block[] = [
  { type: 'heading', level: 1, text: 'Authority' },
  {
    type: 'fields',
    items: [
      {
        label: 'Instrument',
        value: 'Parenting coordination agreement of Monday 12 January 2026',
      },
      {
        label: 'Term',
        value: 'Monday 12 January 2026 to Wednesday 12 January 2028',
      },
    ],
  },
  {
    type: 'paragraph',
    style: 'body',
    text: 'The parents could not agree how long to wait.',
  },
  {
    type: 'paragraph',
    style: 'quote',
    text: '\u00B67.2 The Friday exchange takes place at 6:00 p.m.',
  },
  { type: 'heading', level: 2, text: 'Late exchanges' },
  {
    type: 'table',
    caption: 'Exchanges',
    columns: ['Date', 'Minutes late'],
    widths: [70, 30],
    rows: [
      ['Friday 4 September 2026', '35'],
      ['Friday 11 September 2026', '50'],
    ],
  },
  { type: 'heading', level: 3, text: 'Considered' },
  { type: 'list', items: ['Messages of September 2026', 'A letter'] },
  {
    type: 'numbered',
    number: '1.',
    text: 'Parent A need not wait more than 20 minutes.',
  },
  {
    type: 'numbered',
    number: '2.',
    text: 'Make-up time is on Wednesday 21 October 2026.',
    note: 'Once, on that day.',
  },
  { type: 'paragraph', style: 'note', text: 'Nothing else changes.' },
  { type: 'page-break' },
  {
    type: 'signature',
    lines: ['Maren Holloway', 'Parenting Coordinator', 'Dated at Millbrook on Monday 19 October 2026'],
  },
]
