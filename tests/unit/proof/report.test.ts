import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chosenProofs } from '#tests/proof/all-proofs.ts'
import type { Proof, ProofResult } from '#tests/proof/proof.ts'
import { Report } from '#tests/proof/report.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const aResult = (id: string, failed = 0): ProofResult => ({
  id,
  title: 'nothing is lost',
  tried: 30,
  failed,
  seconds: 1.5,
  control: 'One is lost on purpose. Caught: one is missing',
  seed: 7,
  failures: failed > 0 ? ['case 4'] : [],
})

const aProof = (id: string, tiers: Proof['tiers'] = ['ci', 'full']): Proof => ({
  id,
  title: 'nothing is lost',
  kind: 'node',
  tiers,
  run: () => Promise.resolve(1),
  control: { what: 'One is lost.', sabotage: () => Promise.resolve() },
})

function begun(json?: string) {
  const lines: string[] = []
  const report = new Report((line) => lines.push(line), json)
  report.begin([aProof('Z1'), aProof('Z2')], 'ci', 7)
  return { report, text: () => lines.join('\n') }
}

describe('Report', () => {
  it('keeps a whole list after every proof, from the first moment on', () => {
    const folder = aFolder()
    const json = join(folder, 'results.json')
    const kept = (): unknown => JSON.parse(readFileSync(json, 'utf8'))
    const { report } = begun(json)
    expect(kept()).toEqual([])
    report.add(aResult('Z1'))
    expect(kept()).toEqual([aResult('Z1')])
    report.add(aResult('Z2', 1))
    expect(kept()).toEqual([aResult('Z1'), aResult('Z2', 1)])
    expect(readdirSync(folder)).toEqual(['results.json'])
  })

  it('ends well when all hold, and names those that do not', () => {
    const { report, text } = begun()
    report.add(aResult('Z1'))
    expect(report.end([])).toBe(0)
    report.add(aResult('Z2', 1))
    expect(report.end([])).toBe(1)
    expect(text()).toContain('case 4')
    expect(text()).toContain('1 hold, 1 failed (Z2)')
  })

  it('ends badly when nothing was proved, or something is asked for that there is not', () => {
    expect(begun().report.end([])).toBe(1)
    const { report, text } = begun()
    report.add(aResult('Z1'))
    expect(report.end(['S99'])).toBe(1)
    expect(text()).toContain('S99')
  })

  it('says how far it came when it is stopped', () => {
    const { report, text } = begun()
    report.add(aResult('Z1'))
    report.stopped('SIGINT')
    expect(text()).toContain('after 1 of 2')
  })
})

describe('chosenProofs', () => {
  const proofs = [aProof('Z1', ['sample', 'ci', 'full']), aProof('Z2')]

  it('takes all of a tier', () => {
    expect(chosenProofs(proofs, 'ci', undefined).chosen.map(({ id }) => id)).toEqual(['Z1', 'Z2'])
    expect(chosenProofs(proofs, 'sample', undefined).chosen.map(({ id }) => id)).toEqual(['Z1'])
  })

  it('takes what is asked for, however it is written, and names what there is not', () => {
    const { chosen, unknown } = chosenProofs(proofs, 'ci', 'z2, s99')
    expect(chosen.map(({ id }) => id)).toEqual(['Z2'])
    expect(unknown).toEqual(['S99'])
  })
})
