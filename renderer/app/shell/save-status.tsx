import { useSaveStatus, useVault } from '#renderer/data/index.ts'
import { StatusLine } from '#renderer/ui/status-line.tsx'
import { formatTime } from '#shared/i18n/format.ts'
import { zoneOf } from '../zone-of.ts'

/** Whether everything typed is on the disk. */
export function SaveStatus() {
  const status = useSaveStatus()
  const zone = useVault(zoneOf)
  const at = status.state === 'not-saved' ? undefined : status.at
  return <StatusLine state={status.state} time={at === undefined ? undefined : formatTime(at, zone)} />
}
