import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '#tests/proof/proof.ts'
import type { Proof, ProofRun } from '#tests/proof/proof.ts'
import { tryProof } from '#tests/proof/try-proof.ts'

const quiet = () => undefined

function aProof(changes: Partial<Proof> = {}): Proof {
  return {
    id: 'Z1',
    title: 'nothing is lost',
    kind: 'node',
    tiers: ['sample', 'ci', 'full'],
    run: ({ scale }: ProofRun) => Promise.resolve(scale({ sample: 3, ci: 30, full: 300 })),
    control: {
      what: 'One is lost on purpose.',
      sabotage: ({ fail }: ProofRun) => Promise.resolve(fail('one is missing')),
    },
    ...changes,
  }
}

describe('tryProof', () => {
  it('counts what was tried in the tier and tells how the control was caught', async () => {
    const result = await tryProof(aProof(), 'ci', 1, quiet)
    expect(result).toMatchObject({ id: 'Z1', tried: 30, failed: 0, seed: 1, failures: [] })
    expect(result.control).toBe('One is lost on purpose. Caught: one is missing')
  })

  it('fails when the control is not caught', async () => {
    const control = { what: 'Nothing is broken.', sabotage: () => Promise.resolve() }
    const result = await tryProof(aProof({ control }), 'sample', 1, quiet)
    expect(result.failed).toBe(1)
    expect(result.failures).toEqual(['the control was not caught'])
  })

  it('does not take a control that breaks off for one that is caught', async () => {
    const sabotage = ({ fail }: ProofRun) => {
      fail('the browser is gone')
      return Promise.reject(new Error('no browser'))
    }
    const result = await tryProof(aProof({ control: { what: 'All is broken.', sabotage } }), 'ci', 1, quiet)
    expect(result.failed).toBe(1)
    expect(result.control).toContain('NOT CAUGHT')
    expect(result.failures[0]).toContain('no browser')
  })

  it('ends a proof that never ends, and says so', async () => {
    const run = () => new Promise<number>(() => undefined)
    const result = await tryProof(aProof({ run }), 'ci', 1, quiet, 20)
    expect(result).toMatchObject({ tried: 0, failed: 1 })
    expect(result.failures[0]).toContain('did not end')
  })

  it('counts each failed case and a proof that breaks off', async () => {
    const run = ({ fail }: ProofRun) => {
      fail('case 4')
      return Promise.reject(new Error('no folder'))
    }
    const result = await tryProof(aProof({ run }), 'sample', 1, quiet)
    expect(result.failed).toBe(2)
    expect(result.failures[0]).toBe('case 4')
    expect(result.failures[1]).toContain('no folder')
  })

  it('gives each attempt a folder of its own and takes it away', async () => {
    const folders: string[] = []
    const run = ({ folder }: ProofRun) => {
      folders.push(folder)
      return Promise.resolve(Number(existsSync(folder)))
    }
    const result = await tryProof(aProof({ run }), 'sample', 1, quiet)
    expect(result.tried).toBe(1)
    expect(folders.filter((folder) => existsSync(folder))).toEqual([])
  })
})

describe('randomFrom', () => {
  it('repeats its numbers for a seed and differs for another', () => {
    const [first, again, other] = [randomFrom(7), randomFrom(7), randomFrom(8)].map((random) =>
      Array.from({ length: 5 }, random),
    )
    expect(first).toEqual(again)
    expect(first).not.toEqual(other)
    expect(first?.every((value) => value >= 0 && value < 1)).toBe(true)
  })
})
