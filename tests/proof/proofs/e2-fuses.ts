import type { Proof, ProofRun } from '../proof.ts'
import { expectedWire, readFuseSettings, readFuseWire } from '#tests/security/fuses.ts'
import { rowsProof } from '#tests/security/rows-proof.ts'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Fuses as the packager sets them, the reader of their wire, and starts that must be refused. */
export const proof: Proof = rowsProof('E2', 'Fuses are set, and switches that open the program are refused', {
  tries: tryReader,
})

// The reader is shown to read: every wire of eight fuses is written into a program of noise and read again.
async function tryReader(run: ProofRun): Promise<number> {
  for (let bits = 0; bits < 256; bits += 1) {
    const wire = bits.toString(2).padStart(8, '0')
    const noise = () => Buffer.from(Array.from({ length: 200 }, () => Math.trunc(run.random() * 256)))
    const program = Buffer.concat([
      noise(),
      Buffer.from(sentinel),
      Buffer.from([1, 8]),
      Buffer.from(wire),
      noise(),
    ])
    if (readFuseWire(program) !== wire) run.fail(`the wire ${wire} was read wrongly`)
  }
  if (readFuseWire(Buffer.alloc(100)) !== undefined) run.fail('a wire was read where there is none')
  const settings = readFuseSettings()
  const wire = Object.values(settings)
    .map((on) => (on ? '1' : '0'))
    .join('')
  if (wire !== expectedWire) run.fail(`the settings amount to ${wire}`)
  return 258
}
