import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

// Passed on, so that ending a command ends what it started; the command itself ends when that has ended.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program and gives `{ code, output, timedOut }`. Its output is shown as it comes, unless `quiet` keeps it.
 * It never throws: a program that cannot be started has the code 127.
 */
export function run(command, args, { quiet = false, env = {}, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell,
    })
    const heard = { output: '', timedOut: false }
    child.stdout?.on('data', (chunk) => (heard.output += chunk))
    child.stderr?.on('data', (chunk) => (heard.output += chunk))
    const timer = timeoutMs && setTimeout(() => stop(child, heard), timeoutMs)
    const forward = (signal) => child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, forward)
    const finish = (code) => {
      clearTimeout(timer)
      for (const signal of SIGNALS) process.off(signal, forward)
      resolve({ code, ...heard })
    }
    child.on('error', () => finish(127))
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Keeps one line on the screen for a step that may take long. */
export function say(text) {
  console.log(text)
}

/** Ends the command with one clear message. */
export function giveUp(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

function stop(child, heard) {
  heard.timedOut = true
  child.kill('SIGKILL')
}
