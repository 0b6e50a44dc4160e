import { useRef, useState } from 'react'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { sha256 as sha256Of } from '#shared/vault/primitives.ts'
import type { PlanImport } from '#shared/plan-import/read-plan.ts'
import { importPlan, type PlanImportProblem } from '../import-plan.ts'

/** A file as it was read: what it holds, and what the record remembers of it. */
export interface ReadFile {
  readonly read: PlanImport
  readonly source: { readonly name: string; readonly sizeBytes: number; readonly sha256: string }
}

export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly name: string; readonly problem: PlanImportProblem }

// Far above any plan; a file beyond it is not even brought into memory.
const largestBytes = 64 * 1024 * 1024

/** Reads one file at a time; another file, or a stop, makes the answer of the one before count for nothing. */
export function useReading(onRead: (file: ReadFile) => void) {
  const [reading, setReading] = useState<Reading>({ state: 'idle' })
  const turn = useRef(0)

  const choose = async (file: File | null) => {
    if (file === null) return
    const mine = ++turn.current
    setReading({ state: 'reading', name: file.name })
    const answer = await readFile(file)
    if (mine !== turn.current) return
    if (!answer.ok) setReading({ state: 'failed', name: file.name, problem: answer.error })
    else {
      setReading({ state: 'idle' })
      onRead(answer.value)
    }
  }
  const stop = () => {
    turn.current++
    setReading({ state: 'stopped' })
  }
  return { reading, choose, stop }
}

type ReadAnswer =
  { readonly ok: true; readonly value: ReadFile } | { readonly ok: false; readonly error: PlanImportProblem }

async function readFile(file: File): Promise<ReadAnswer> {
  if (file.size > largestBytes)
    return {
      ok: false,
      error: { code: 'too-large', limit: 'file-bytes', allowed: largestBytes, found: file.size },
    }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const sha256 = bytesToHex(await sha256Of(bytes))
    const read = await importPlan(bytes)
    if (!read.ok) return read
    return {
      ok: true,
      value: { read: read.value, source: { name: file.name, sizeBytes: file.size, sha256 } },
    }
  } catch {
    return { ok: false, error: { code: 'reader-stopped' } } // The file went away while it was read, or is a folder.
  }
}
