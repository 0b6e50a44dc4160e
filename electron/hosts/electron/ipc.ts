import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { callChannel } from '#shared/contract/channels.ts'
import type { Dispatch, Sender } from '../../dispatcher.ts'

/** Leads the one call channel into the dispatcher, with the sender as Electron saw it. */
export function connectCalls(dispatch: Dispatch, isShownIn: (contentsId: number) => boolean): void {
  ipcMain.handle(callChannel, (event, method: unknown, request: unknown) =>
    dispatch(senderOf(event, isShownIn), method, request),
  )
}

function senderOf(event: IpcMainInvokeEvent, isShownIn: (contentsId: number) => boolean): Sender {
  const frame = event.senderFrame
  if (frame === null || frame.detached) return { isMainFrame: false, isCurrentWindow: false, origin: '' }
  return {
    isMainFrame: frame === event.sender.mainFrame,
    isCurrentWindow: isShownIn(event.sender.id),
    origin: frame.origin,
  }
}
