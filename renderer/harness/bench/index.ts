import { encryptedDexie, plainDexie } from './dexie-subjects.ts'
import { evenhand } from './evenhand-subject.ts'
import { measureSubject } from './measure.ts'
import type { Measurement } from './measure.ts'
import type { BenchSubject } from './subject.ts'

export { measureKdf } from './kdf.ts'

const makers: readonly (() => BenchSubject)[] = [evenhand, plainDexie, encryptedDexie]

/** Every subject once; each round begins with another one. */
export async function measureRound(round: number, records: number): Promise<readonly Measurement[]> {
  const taken: Measurement[] = []
  for (let turn = 0; turn < makers.length; turn++) {
    const make = makers[(round + turn * (round % 2 === 0 ? 1 : makers.length - 1)) % makers.length]
    if (make) taken.push(...(await measureSubject(make(), records, round + 1)))
  }
  return taken
}
