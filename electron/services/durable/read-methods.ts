import { err, ok } from '#shared/domain/result.ts'
import type { DurableLook } from '#shared/contract/vault-files.ts'
import { bytesAfterBase } from './chain.ts'
import type { DurableMethods, DurableParts } from './durable-vault.ts'
import { findKept, readRows } from './read-rows.ts'
import { DamagedFile } from './row-index.ts'
import { listVault } from './vault-files.ts'

type ReadMethods = DurableMethods<
  | 'durable.look'
  | 'durable.read'
  | 'durable.read.next'
  | 'durable.find'
  | 'durable.snapshots'
  | 'durable.check'
>

/** The methods that change nothing the page knows of. They reject where the disk cannot be read. */
export function readMethods(parts: DurableParts): ReadMethods {
  const { readings, snapshots } = parts
  return {
    'durable.look': async () => ok(await look(parts)),
    'durable.read': (wanted) => openReading(parts, wanted),
    'durable.read.next': async ({ token }) => {
      const part = await readings.next(token)
      return part ? ok(part) : err({ code: 'token-unknown' })
    },
    'durable.find': async ({ rows }) => ok({ rows: await findKept(parts, rows) }),
    'durable.snapshots': async () => {
      const infos = await snapshots.list(false)
      return ok({ snapshots: [...infos], bytes: infos.reduce((sum, { bytes }) => sum + bytes, 0) })
    },
    'durable.check': async () => {
      const infos = await snapshots.list(true)
      const { headers, journal } = await look(parts)
      return ok({ headers, journal, snapshots: [...infos] })
    },
  }
}

async function look({ folder, turns, journal, headers, retention }: DurableParts): Promise<DurableLook> {
  const [found, chain, listing] = await turns.run(
    async () => [await headers.look(), await journal.look(), await listVault(folder)] as const,
  )
  return {
    header: found.newest?.copy ?? null,
    headers: found.state,
    writer: found.newest?.writer ?? null,
    guard: found.guard,
    journal: {
      state: chain.state,
      lastSeq: chain.lastSeq,
      snapshotSeq: chain.base?.seq ?? 0,
      bytes: bytesAfterBase(chain),
    },
    folder: { bytes: listing.bytes, budgetBytes: retention.budgetBytes },
  }
}

const openReading: (parts: DurableParts, wanted: Wanted) => ReturnType<ReadMethods['durable.read']> = async (
  parts,
  wanted,
) => {
  try {
    const opened = await readRows(parts, wanted)
    if (!opened.ok) return opened
    const { source, seq } = opened.value
    return ok({ token: await parts.readings.add(source), seq, rows: source.count, bytes: source.bytes })
  } catch (error) {
    if (error instanceof DamagedFile) return err({ code: 'journal-damaged' })
    throw error
  }
}

type Wanted = Parameters<ReadMethods['durable.read']>[0]
