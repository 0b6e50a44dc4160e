import { useEffect, useState } from 'react'
import { host } from '#renderer/host/index.ts'
import type { WrongAttempts } from '#shared/contract/guard-methods.ts'

/** The wrong passphrases since the last time the person said that they had seen them; undefined without any. */
export function useWrongAttempts(): {
  readonly attempts: WrongAttempts | undefined
  readonly forget: () => void
} {
  const [attempts, setAttempts] = useState<WrongAttempts>()
  useEffect(() => {
    void host.call('attempts.look', {}).then((answer) => {
      if (answer.ok && answer.value.count > 0) setAttempts(answer.value)
    })
  }, [])
  const forget = () => {
    setAttempts(undefined)
    void host.call('attempts.forget', {})
  }
  return { attempts, forget }
}
