import { useEffect, useRef, useState } from 'react'
import { vaultCopy } from '#renderer/data/index.ts'
import type { VaultCopyBegun, VaultCopyStep } from '#renderer/data/index.ts'

export type VaultCopyState =
  | { readonly state: 'waiting' }
  | { readonly state: 'choosing' }
  | { readonly state: 'running'; readonly at: VaultCopyStep }
  | { readonly state: 'saved'; readonly copy: VaultCopyBegun }
  | { readonly state: 'failed'; readonly code: string }

/** A copy of the vault as it is, from the choice of a place to the last byte compared. A page that goes ends it. */
export function useVaultCopy() {
  const [now, setNow] = useState<VaultCopyState>({ state: 'waiting' })
  const token = useRef<string>(undefined)

  const stop = async () => {
    const begun = token.current
    token.current = undefined
    if (begun !== undefined) await vaultCopy.cancel(begun)
  }
  useEffect(() => () => void stop(), [])

  const start = async () => {
    setNow({ state: 'choosing' })
    const begun = await vaultCopy.begin()
    if (!begun.ok) {
      const { code } = begun.error
      return setNow(code === 'cancelled' ? { state: 'waiting' } : { state: 'failed', code })
    }
    token.current = begun.value.token
    setNow(await goOn(begun.value))
  }

  const goOn = async (copy: VaultCopyBegun): Promise<VaultCopyState> => {
    while (token.current === copy.token) {
      const step = await vaultCopy.next(copy.token)
      if (token.current !== copy.token) break
      if (!step.ok) return { state: 'failed', code: step.error.code }
      if (step.value.step === 'done') return { state: 'saved', copy }
      setNow({ state: 'running', at: step.value })
    }
    return { state: 'waiting' }
  }
  return { now, start, stop }
}
