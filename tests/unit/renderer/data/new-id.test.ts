import { expect, it } from 'vitest'
import { createIdSource } from '#renderer/data/session/new-id.ts'

it('makes ids of the form of UUID version 7, each another one', () => {
  const newId = createIdSource(() => Date.UTC(2026, 10, 21))
  const ids = Array.from({ length: 1000 }, newId)
  expect(new Set(ids).size).toBe(1000)
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  expect(Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 21))
})
