import { DocumentModel } from '#shared/documents/model.ts'

/** The smallest document that both formats can be made of. */
export function aSmallModel(title = 'Decision'): DocumentModel {
  return DocumentModel.parse({
    kind: 'decision',
    language: 'en',
    title,
    status: 'issued',
    page: { size: 'letter', density: 'normal' },
    letterhead: ['Rowan Adler, JD', 'Parenting Coordinator'],
    caption: ['In the matter of A and B'],
    runningHeader: 'Decision 1',
    legend: 'Confidential',
    blocks: [{ type: 'paragraph', text: 'The exchange is at the school.', style: 'body' }],
    warnings: [],
  })
}
