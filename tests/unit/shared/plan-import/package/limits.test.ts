import { expect, it } from 'vitest'
import { limits } from '#shared/plan-import/package/limits.ts'

// Measured with files made for harm: up to 0.8 KB for each element of the text, while it is read.
const bytesPerElement = 800
const halfGigabyte = 512 * 1024 * 1024

// At about 4 GB the engine ends the whole process of the page, vault and all, and not only the worker that reads.
it('lets no file take more than half a gigabyte while it is read', () => {
  expect(limits.elements * bytesPerElement + limits.unpackedBytes).toBeLessThan(halfGigabyte)
})
