import { describe, expect, it } from 'vitest'
import { exceedsSize } from '#electron/message-size.ts'

describe('exceedsSize', () => {
  it('counts two bytes for each character', () => {
    expect(exceedsSize('x'.repeat(500), 1000)).toBe(false)
    expect(exceedsSize('x'.repeat(501), 1000)).toBe(true)
  })

  it('counts names of fields too', () => {
    expect(exceedsSize({ ['x'.repeat(600)]: 1 }, 1000)).toBe(true)
  })

  it('counts byte arrays by their length', () => {
    expect(exceedsSize({ bytes: new Uint8Array(990) }, 1010)).toBe(false)
    expect(exceedsSize({ bytes: new Uint8Array(1011) }, 1010)).toBe(true)
  })

  it('refuses what refers to itself instead of running for ever', () => {
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    expect(exceedsSize(circular, 1_000_000)).toBe(true)
  })

  it('stops early in a very long list', () => {
    expect(exceedsSize(new Array(5_000_000).fill(0), 1000)).toBe(true)
  })
})
