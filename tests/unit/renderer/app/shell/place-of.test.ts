import { describe, expect, it } from 'vitest'
import { placeOf } from '#renderer/app/shell/place-of.ts'

describe('placeOf', () => {
  it.each([
    ['/', { page: '' }],
    ['/today', { page: 'today' }],
    ['/cases', { page: 'cases' }],
    ['/cases/k3', { page: 'cases', caseId: 'k3', section: 'overview' }],
    ['/cases/k3/disputes/d7', { page: 'cases', caseId: 'k3', section: 'disputes' }],
    ['/settings/security', { page: 'settings' }],
    ['/cases/100%/plan', { page: 'cases', caseId: '100%', section: 'plan' }],
  ])('reads %s', (address, place) => {
    expect(placeOf(address)).toEqual(place)
  })
})
