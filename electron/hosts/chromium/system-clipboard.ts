import { spawn } from 'node:child_process'
import type { ClipboardPort } from '../../ports.ts'

interface ClipboardTool {
  readonly write: readonly string[]
  readonly read: readonly string[]
  readonly clear: readonly string[]
}

const powershell = ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command']

/**
 * Programs that come with the systems and speak to the clipboard. The text goes through their input, never through
 * their arguments, which every user of the computer can read.
 */
const tools: Readonly<Partial<Record<NodeJS.Platform, readonly ClipboardTool[]>>> = {
  darwin: [{ write: ['pbcopy'], read: ['pbpaste'], clear: ['pbcopy'] }],
  win32: [
    {
      write: [...powershell, 'Set-Clipboard -Value ([Console]::In.ReadToEnd())'],
      read: [...powershell, 'Get-Clipboard -Raw'],
      clear: [...powershell, 'Set-Clipboard -Value $null'],
    },
  ],
  linux: [
    { write: ['wl-copy', '--sensitive'], read: ['wl-paste', '--no-newline'], clear: ['wl-copy', '--clear'] },
    {
      write: ['xclip', '-selection', 'clipboard'],
      read: ['xclip', '-selection', 'clipboard', '-o'],
      clear: ['xclip', '-selection', 'clipboard'],
    },
    {
      write: ['xsel', '--clipboard', '--input'],
      read: ['xsel', '--clipboard', '--output'],
      clear: ['xsel', '--clipboard', '--clear'],
    },
  ],
}

/** How long a program may take; one that waits for a display that is not there would never end. */
const PATIENCE_MS = 5_000

/**
 * The clipboard through a program of the system, since an installed browser gives its page none that can be read back.
 * Only Wayland's tool knows the mark that keeps a text out of clipboard histories. Without any tool every call fails.
 */
export function createSystemClipboard(
  system: NodeJS.Platform,
  env: NodeJS.ProcessEnv = process.env,
): ClipboardPort {
  const candidates = tools[system] ?? []
  let chosen: ClipboardTool | undefined
  return {
    async write(text) {
      for (const tool of chosen ? [chosen] : candidates) {
        if (await runTool(tool.write, text, env).then(isDone, isNot)) {
          chosen = tool
          return
        }
      }
      throw new NoClipboard('No program of this system took the text')
    },
    read: () =>
      chosen ? runTool(chosen.read, '', env) : Promise.reject(new NoClipboard('Nothing was written')),
    clear: async () => {
      if (chosen) await runTool(chosen.clear, '', env)
    },
  }
}

class NoClipboard extends Error {
  override readonly name = 'NoClipboard'
}

const isDone = () => true
const isNot = () => false

function runTool(command: readonly string[], input: string, env: NodeJS.ProcessEnv): Promise<string> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE_MS })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    // `exit` and not `close`: such a program may leave a helper behind that holds the text and the pipe.
    child.on('exit', (code) => {
      if (code === 0) setImmediate(() => resolve(Buffer.concat(chunks).toString('utf8')))
      else reject(new NoClipboard('The program failed'))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
