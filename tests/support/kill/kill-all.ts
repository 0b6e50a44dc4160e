import { readdirSync, readFileSync } from 'node:fs'

/** Kills a process and all that came from it, at once and without a warning. Linux only: it reads /proc. */
export function killAll(pid: number): void {
  for (const each of [...descendantsOf(pid), pid]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It ended by itself between the look and the kill.
    }
  }
}

function descendantsOf(pid: number): readonly number[] {
  const parents = new Map(processIds().map((each) => [each, parentOf(each)]))
  const found: number[] = []
  for (const next = [pid]; next.length > 0;) {
    const parent = next.pop()
    const children = [...parents].filter(([, each]) => each === parent).map(([child]) => child)
    found.push(...children)
    next.push(...children)
  }
  return found
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
}

/** The parent stands behind the name, which may itself hold spaces and brackets. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
