import { encryptedDexie, plainDexie } from './dexie-subjects.ts'
import { evenhand } from './evenhand-subject.ts'
import { measureStore } from './measure.ts'
import type { Measurement, Probes } from './measure.ts'
import { rawStore } from './raw-subject.ts'
import type { BenchSubject, SubjectName } from './subject.ts'

export { calibrateHere, measureKdf } from './kdf.ts'

const makers: Readonly<Record<SubjectName, () => Promise<BenchSubject>>> = {
  evenhand: async () => evenhand(),
  dexie: async () => plainDexie(),
  raw: async () => rawStore(),
  'dexie-encrypted': async () => encryptedDexie(),
  'sqlite-wasm': async () => (await import('./sqlite-subject.ts')).sqliteWasm(),
  rxdb: async () => (await import('./rxdb-subject.ts')).rxdb(),
  pouchdb: async () => (await import('./pouch-subject.ts')).pouchdb(),
}

/** One subject from an empty store to the last saved note; `benchProbe` is put into the page by the runner. */
export async function measureSubject(
  name: SubjectName,
  records: number,
  seed: number,
): Promise<readonly Measurement[]> {
  const { benchProbe } = globalThis as unknown as { readonly benchProbe: Probes }
  return measureStore(name, await makers[name](), records, seed, benchProbe)
}
