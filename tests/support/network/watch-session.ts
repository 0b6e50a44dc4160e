import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SessionReport } from './make-session.ts'

/** A session seen from outside. */
export interface WatchedSession extends SessionReport {
  /** How it was watched. */
  readonly by: 'network of its own and system calls' | 'listeners and requests only'
  /** System calls that reached for a network: all but sockets between processes of this computer. */
  readonly calls: readonly string[]
  readonly localCalls: number
  /**
   * Times that Chromium asked the kernel, at its start and while it ran, whether there is a route to a public IPv6 address.
   * It does so by connecting a datagram socket, which sends nothing; no switch of this version turns it off.
   */
  readonly routeQuestions: number
}

const program = join(import.meta.dirname, 'make-session.ts')

/** Whether this computer gives us a network of our own and lets us see system calls. */
export function canWatchCalls(): boolean {
  if (process.platform !== 'linux') return false
  const tried = spawnSync('unshare', ['-n', 'strace', '-V'], { stdio: 'ignore' })
  return tried.status === 0
}

/**
 * Runs a session in a network that has nothing but itself, with every system call of every process that reaches for a
 * network written down. Where the system does not let us, the listeners and the refused requests are all there is.
 */
export async function watchSession(
  folder: string,
  seconds: number,
  door: 'guarded' | 'open',
): Promise<WatchedSession> {
  const report = join(folder, `${door}.json`)
  const trace = join(folder, `${door}.trace`)
  const session = [process.execPath, program, report, folder, String(seconds), door]
  const isWatched = canWatchCalls()
  const [command = '', ...args] = isWatched ? watched(trace, session) : session
  await promisify(execFile)(command, args, { timeout: (seconds + 600) * 1000, maxBuffer: 64 * 1024 * 1024 })
  // Written by our own program.
  const told = JSON.parse(readFileSync(report, 'utf8')) as SessionReport
  const lines = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : []
  return {
    ...told,
    by: isWatched ? 'network of its own and system calls' : 'listeners and requests only',
    calls: lines
      .filter((line) => reachesOut(line) && !isRouteQuestion(line))
      .map((line) => line.replace(/^\d+\s+/, '').slice(0, 160)),
    routeQuestions: lines.filter(isRouteQuestion).length,
    localCalls: lines.filter((line) => line.includes('AF_UNIX')).length,
  }
}

function watched(trace: string, session: readonly string[]): readonly string[] {
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg,socket'
  const strace = [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-s',
    '40',
    '-e',
    calls,
    '-e',
    'signal=none',
    '-o',
    trace,
  ]
  // The loopback is up, so that a leak to this computer would arrive.
  const quoted = [...strace, ...session].map((part) => `'${part}'`).join(' ')
  return ['unshare', '-n', 'sh', '-c', `ip link set lo up; exec ${quoted}`]
}

// Netlink speaks to the kernel about itself, unix sockets to the other processes; everything else is a network.
function reachesOut(line: string): boolean {
  return /sa_family=AF_(?!UNIX|NETLINK|UNSPEC)|socket\(AF_INET6, SOCK_STREAM/.test(line)
}

function isRouteQuestion(line: string): boolean {
  return /connect\(\d+, \{sa_family=AF_INET6, sin6_port=htons\(443\).*"2001:4860:4860::8888"/.test(line)
}
