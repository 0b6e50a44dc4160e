import { crc32 } from 'node:zlib'
import { frameHeadBytes, frameMarker, frameTailBytes } from '#electron/services/durable/frame.ts'
import { FaultDisk } from '../durable/fault-disk.ts'
import { createRealDurable } from '../durable/real-durable.ts'
import { aRow, asTexts } from '../durable/rows.ts'
import { append, readAll } from '../durable/vault-on-disk.ts'
import { aHeader, quiet, vaultPath } from '../durable/workload.ts'
import { below, bytesFrom } from './random.ts'

/** The second copy of a vault as it lies on a disk, with what its rows were after each commit. */
export interface DurableSample {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Rows as texts, by the number of the commit. */
  readonly states: ReadonlyMap<number, string>
  readonly lastSeq: number
  readonly newestSnapshot: string
}

/** Both headers, a first and a second snapshot, journals before, between and after them, and one of a second start. */
export async function durableFrom(random: () => number): Promise<DurableSample> {
  const disk = new FaultDisk()
  const rows = new Map<string, ReturnType<typeof aRow>>()
  const states = new Map<number, string>()
  let lastSeq = 0
  const start = () => createRealDurable(vaultPath, { disk, ...quiet })
  const commit = async (durable: ReturnType<typeof start>): Promise<void> => {
    const changed = Array.from({ length: 1 + below(random, 2) }, () => {
      const row = aRow(`row ${String(below(random, 5))}`, bytesFrom(random, 20 + below(random, 60)))
      rows.set(Buffer.from(row.name).toString('hex'), row)
      return row
    })
    await append(durable, (lastSeq += 1), changed)
    states.set(lastSeq, asTexts([...rows.values()]).join('\n'))
  }
  for (let step = 1; step <= 3; step += 1) {
    const durable = start()
    const written = await durable.call('durable.header', aHeader(step))
    if (!written.ok) throw new Error(written.error.code)
    for (let each = 0; each < 2; each += 1) await commit(durable)
    const made = step < 3 ? await durable.call('durable.snapshot', {}) : undefined
    if (made && !made.ok) throw new Error(made.error.code)
    await commit(durable)
    await durable.settled()
  }
  // Copies of plain bytes: a slice of a buffer would be the buffer itself.
  const files = new Map([...disk.files].map(([path, bytes]) => [path, new Uint8Array(bytes)]))
  const newestSnapshot =
    [...files.keys()]
      .filter((path) => path.includes('snap-'))
      .toSorted()
      .at(-1) ?? ''
  return { files, states, lastSeq, newestSnapshot }
}

/** The bytes of a file without the room that was made ahead. */
export function writtenBytes(file: Uint8Array): number {
  let end = file.length
  while (end > 0 && file[end - 1] === 0) end -= 1
  return end
}

/**
 * What is wrong when a folder is opened in which this file is another one: an answer that is untrue, or that tells of nothing.
 * A journal that the newest snapshot stands for is read when that snapshot is gone, and then it must be noticed.
 */
export async function judgeCopy(
  sample: DurableSample,
  path: string,
  file: Uint8Array,
): Promise<string | undefined> {
  const changed = new Map([...sample.files, [path, file]])
  if (/journal-/u.test(path) && path < sample.newestSnapshot.replace('snap', 'journal'))
    changed.delete(sample.newestSnapshot)
  try {
    return await judgeFiles(sample, changed)
  } catch (error) {
    return `it breaks off: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function judgeFiles(
  { states, lastSeq }: DurableSample,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string | undefined> {
  const disk = new FaultDisk({ files })
  const durable = createRealDurable(vaultPath, { disk, ...quiet })
  const check = await durable.call('durable.check', {})
  if (!check.ok) return `the check answers ${check.error.code}`
  const { headers, journal, snapshots } = check.value
  const read = await readAll(durable, 0, journal.lastSeq).catch((error: unknown) => String(error))
  const found = typeof read === 'string' ? read : asTexts(read).join('\n')
  if (typeof read !== 'string' && found !== states.get(journal.lastSeq))
    return `it gives rows that commit ${String(journal.lastSeq)} never had`
  const isTold =
    headers !== 'good' ||
    journal.state !== 'good' ||
    journal.lastSeq !== lastSeq ||
    snapshots.some(({ state }) => state === 'damaged')
  return isTold ? undefined : `nobody notices (commit ${String(journal.lastSeq)})`
}

/** The file with one bit turned and the checksum of the frame around it made to fit, as chance never does. */
export function turnedAndMended(file: Uint8Array, bit: number): Uint8Array {
  const turned = Buffer.from(file)
  const at = bit >> 3
  turned[at] = (turned[at] ?? 0) ^ (1 << (bit & 7))
  const before = Buffer.from(file)
  for (let start = 0; before.indexOf(frameMarker, start) === start;) {
    const end = start + frameHeadBytes + before.readUInt32BE(start + 20)
    if (at >= start && at < end) turned.writeUInt32BE(crc32(turned.subarray(start, end)), end)
    start = end + frameTailBytes
  }
  return new Uint8Array(turned)
}
