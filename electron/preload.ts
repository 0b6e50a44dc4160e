import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from '#shared/contract/channels.ts'
import { removedNames } from '#shared/contract/removed-names.ts'

// Ways to the network that no policy of a page closes are taken away before the page's first line.
contextBridge.executeInMainWorld({
  func: (names: readonly string[]) => names.forEach((name) => Reflect.deleteProperty(globalThis, name)),
  args: [removedNames],
})

contextBridge.exposeInMainWorld(
  'evenhand',
  Object.freeze({
    call: (method: string, request: unknown): Promise<unknown> =>
      ipcRenderer.invoke(callChannel, method, request),
    on: (event: string, listener: (payload: unknown) => void): (() => void) => {
      const hear = (_event: unknown, name: unknown, payload: unknown): void => {
        if (name === event) listener(payload)
      }
      ipcRenderer.on(eventChannel, hear)
      return () => void ipcRenderer.off(eventChannel, hear)
    },
  }),
)
