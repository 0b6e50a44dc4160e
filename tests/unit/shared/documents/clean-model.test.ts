import { describe, expect, it } from 'vitest'
import { cleanModel, modelTexts } from '#shared/documents/clean-model.ts'
import { DocumentModel } from '#shared/documents/model.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'

describe('cleanModel', () => {
  it('leaves a clean model as it is', () => {
    expect(cleanModel(aDocument())).toEqual(aDocument())
  })

  it('cleans every text that is printed', () => {
    const dirty = JSON.parse(JSON.stringify(aDocument()).replaceAll(/"text":"/g, '"text":"\\u0001'))
    const texts = modelTexts(cleanModel(DocumentModel.parse(dirty))).map(({ text }) => text)
    expect(texts.filter((text) => text.includes('\u0001'))).toEqual([])
  })

  it('replaces a language that is no language tag', () => {
    expect(cleanModel(aDocument({ language: '"><script>' })).language).toBe('en')
  })
})

describe('modelTexts', () => {
  it('names the place of each text', () => {
    const texts = modelTexts(aDocument())
    expect(texts).toContainEqual({ place: 'title', text: 'Determination No. 1' })
    expect(texts).toContainEqual({ place: 'block-9', text: 'Parent A need not wait more than 20 minutes.' })
  })
})
