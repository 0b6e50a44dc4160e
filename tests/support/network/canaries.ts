import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** Listeners that nobody may ever reach: TCP and UDP on this computer, names included. */
export interface NetworkCanaries {
  /** What arrived, by listener. */
  readonly heard: readonly string[]
  close(): void
}

// Web, name service, STUN and TURN, and the dead end that stands as the browser's proxy.
const tcpPorts = [80, 443, 8080, 3478, 53, 9]
const udpPorts = [53, 443, 3478, 5353]

/** Starts all listeners that this computer lets us start; in a network of its own that is all of them. */
export async function listenForLeaks(): Promise<NetworkCanaries> {
  const heard: string[] = []
  const closers: (() => void)[] = []
  for (const port of tcpPorts) {
    const server = createServer((socket) => {
      heard.push(`tcp ${String(port)}`)
      socket.destroy()
    })
    if (await isListening((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done)))
      closers.push(() => server.close())
  }
  for (const port of udpPorts) {
    const socket = createSocket('udp4')
    socket.on('message', () => heard.push(`udp ${String(port)}`))
    if (await isListening((done, failed) => socket.once('error', failed).bind(port, '127.0.0.1', done)))
      closers.push(() => socket.close())
  }
  return { heard, close: () => closers.forEach((close) => close()) }
}

function isListening(start: (done: () => void, failed: () => void) => unknown): Promise<boolean> {
  return new Promise((resolve) => {
    start(
      () => resolve(true),
      () => resolve(false),
    )
  })
}
