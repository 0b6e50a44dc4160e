import { useEffect, useState } from 'react'
import { host } from '#renderer/host/index.ts'
import type { CloudService } from '#shared/contract/guard-methods.ts'

/** The cloud service whose folder the vault lies in, until the person hides it for this time; usually undefined. */
export function useCloudFolder(): { readonly service: CloudService | undefined; readonly hide: () => void } {
  const [service, setService] = useState<CloudService>()
  useEffect(() => {
    void host.call('app.info', {}).then((answer) => answer.ok && setService(answer.value.cloudFolder))
  }, [])
  return { service, hide: () => setService(undefined) }
}
