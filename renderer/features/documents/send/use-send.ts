import { useState } from 'react'
import { execute } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'
import type { CommandInput } from '#shared/commands/command.ts'
import { recordReceipt } from '#shared/commands/receipts.ts'
import type { BuiltDocument } from '#shared/documents/build-document.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { subjectId } from './subject.ts'
import type { Subject } from './subject.ts'

/** How the last try to send something out went. */
export type SendState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly format: 'docx' | 'pdf' }
  | { readonly state: 'saved'; readonly fileName: string; readonly bytes: number; readonly sha256: string }
  | { readonly state: 'printed' }
  | { readonly state: 'failed'; readonly code: string }
  | { readonly state: 'not-recorded' }

interface SendOptions {
  readonly matter: RecordEntry<'case'>
  readonly subject: Subject
  readonly built: BuiltDocument
  readonly recipient: string
  readonly reason: string
}

export interface Sender {
  readonly status: SendState
  readonly save: (format: 'docx' | 'pdf') => Promise<void>
  readonly print: () => Promise<void>
}

/** Saves or prints a document and keeps a receipt of it. A failed save leaves no file and no receipt. */
export function useSend({ matter, subject, built, recipient, reason }: SendOptions): Sender {
  const [status, setStatus] = useState<SendState>({ state: 'idle' })
  const receipt = {
    case: matter.id,
    document: subject.document,
    subject: subjectId(subject),
    recipient,
    heldBack: built.heldBack.map(({ what, count }) => `${what}: ${count}`),
    findings: built.findings.length,
    reason: built.findings.length === 0 ? '' : reason,
  }

  const save = async (format: 'docx' | 'pdf') => {
    setStatus({ state: 'working', format })
    const answer = await host.call('documents.export', {
      format,
      model: built.model,
      suggestedName: built.suggestedName,
    })
    if (!answer.ok) {
      setStatus({ state: 'failed', code: answer.error.code })
      return
    }
    const { fileName, bytes, sha256 } = answer.value
    const isKept = await keep({ ...receipt, format, fileName, sizeBytes: bytes, sha256 })
    setStatus(isKept ? { state: 'saved', fileName, bytes, sha256 } : { state: 'not-recorded' })
  }

  const print = async () => {
    window.print()
    const isKept = await keep({ ...receipt, format: 'print' })
    setStatus(isKept ? { state: 'printed' } : { state: 'not-recorded' })
  }

  return { status, save, print }
}

// The document is out by now: a receipt that breaks must be told like one that is refused.
function keep(receipt: CommandInput<typeof recordReceipt>): Promise<boolean> {
  return execute(recordReceipt, receipt).then(
    (kept) => kept.ok,
    () => false,
  )
}
