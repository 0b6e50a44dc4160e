import fc from 'fast-check'
import type { Block, DocumentModel } from '#shared/documents/model.ts'
import { aDocument } from './a-document.ts'
import { hostileStrings } from './hostile-strings.ts'

// Any UTF-16 at all, lone surrogates included, mixed with the corpus.
const anyText = fc.oneof(
  fc.constantFrom(...hostileStrings.filter((text) => text.length < 1_000)),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
)
const someTexts = fc.array(anyText, { maxLength: 4 })

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('paragraph' as const),
    style: fc.constantFrom('body', 'quote', 'note'),
    text: anyText,
  }),
  fc.record({ type: fc.constant('numbered' as const), number: anyText, text: anyText, note: anyText }),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text: anyText }),
  fc.record({
    type: fc.constant('table' as const),
    caption: anyText,
    columns: fc.array(anyText, { minLength: 1, maxLength: 5 }),
    widths: fc.array(fc.double({ min: -10, max: 100 }), { maxLength: 5 }),
    rows: fc.array(someTexts, { maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant('fields' as const),
    items: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('list' as const), items: someTexts }),
  fc.record({ type: fc.constant('signature' as const), lines: someTexts }),
  fc.constant({ type: 'page-break' as const }),
)

/** Any model at all, with texts that no person would type and some that a bad one would. */
export const anyModel: fc.Arbitrary<DocumentModel> = fc
  .record({
    language: anyText,
    title: anyText,
    status: fc.constantFrom('draft' as const, 'issued' as const),
    page: fc.record({
      size: fc.constantFrom('letter' as const, 'a4' as const),
      density: fc.constantFrom('normal' as const, 'compact' as const, 'tight' as const),
    }),
    letterhead: someTexts,
    caption: someTexts,
    runningHeader: anyText,
    legend: anyText,
    blocks: fc.array(anyBlock, { maxLength: 12 }),
  })
  .map((changes) => aDocument(changes))
