import { useSyncExternalStore } from 'react'
import { useSaveStatus, useVault } from '#renderer/data/index.ts'
import { isAnythingUnsaved, subscribeToUnsaved } from '#renderer/ui/autosaver.ts'
import { StatusLine } from '#renderer/ui/status-line.tsx'
import { formatTime } from '#shared/i18n/format.ts'
import { zoneOf } from '../zone-of.ts'

/** Whether everything typed is on the disk. Words that still wait for their pause are not shown as saved. */
export function SaveStatus() {
  const status = useSaveStatus()
  const zone = useVault(zoneOf)
  const at = status.state === 'not-saved' ? undefined : status.at
  const isTyping = useSyncExternalStore(subscribeToUnsaved, isAnythingUnsaved)
  const state = isTyping && status.state === 'saved' ? 'waiting' : status.state
  return <StatusLine state={state} time={at === undefined ? undefined : formatTime(at, zone)} />
}
