import { FaultDisk } from './fault-disk.ts'
import type { Files } from './crash-states.ts'
import { createRealDurable } from './real-durable.ts'
import { aRow, asTexts } from './rows.ts'
import { append, readAll } from './vault-on-disk.ts'
import { quiet, textsOf, vaultPath } from './workload.ts'
import type { Told } from './workload.ts'

/** Opens a folder as a program does after a power cut, and compares it with what the page had been told. Answers what is wrong. */
export async function findLoss(files: Files, told: Told): Promise<string | undefined> {
  try {
    return await lookForLoss(files, told)
  } catch (error) {
    return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function lookForLoss(files: Files, told: Told): Promise<string | undefined> {
  const disk = new FaultDisk({ files })
  const durable = createRealDurable(vaultPath, { disk, ...quiet })
  const look = await durable.call('durable.look', {})
  if (!look.ok) return `look answered ${look.error.code}`
  const { journal, headers, header } = look.value
  if (journal.state === 'damaged') return `damaged after ${String(journal.lastSeq)}`
  const counter = header?.layout ?? 0
  if (headers === 'both-damaged' || headers === 'one-damaged') return `headers are ${headers}`
  if (counter !== told.header && counter !== told.headerInFlight) return `header ${String(counter)}`
  const rows = await readAll(durable)
  const found = asTexts(rows).join('\n')
  const possible = [told.acknowledged, ...(told.inFlight ? [told.inFlight] : [])]
  const isOneOf = possible.some((state) => state.seq === journal.lastSeq && textsOf(state) === found)
  if (!isOneOf) {
    const wanted = possible.map(({ seq }) => String(seq)).join(' or ')
    return `has commit ${String(journal.lastSeq)} with ${String(rows.length)} rows in place of ${wanted}`
  }
  return goOn(disk, journal.lastSeq, found)
}

// What was saved stays saved when the program goes on from there.
async function goOn(disk: FaultDisk, lastSeq: number, found: string): Promise<string | undefined> {
  const after = aRow('after the cut', 'text', 'audit')
  await append(createRealDurable(vaultPath, { disk, ...quiet }), lastSeq + 1, [after])
  const again = await readAll(createRealDurable(vaultPath, { disk, ...quiet }))
  const isThere = again.some(({ table }) => table === 'audit')
  const others = asTexts(again.filter(({ table }) => table !== 'audit')).join('\n')
  return isThere && others === found ? undefined : 'loses rows when it goes on'
}
