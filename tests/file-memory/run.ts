import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedFamily } from '#tests/support/pages/families.ts'
import { filesPage } from '#tests/support/pages/files.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'

/**
 * Measures how much memory adding a file, and copying it out again, takes in the page's process and in the host, for a
 * small and for the largest file: `node tests/file-memory/run.ts` after both builds. Linux only.
 *
 * Answers of this host reach the page as text and leave garbage, which the browser lets lie for long; so it is asked to
 * collect it while the work goes on, and what is counted is what is in use.
 */
const MiB = 1024 * 1024
const sizes = [5, 100]
const collectEveryMs = 400
const folder = mkdtempSync(join(tmpdir(), 'evenhand-files-'))
const app = await openSeededApp(async (run) => ({ caseId: await seedFamily(run) }))
const debug = await app.host.context.newCDPSession(app.page)
await debug.send('HeapProfiler.enable')
try {
  const files = filesPage(app.page)
  for (const size of sizes) {
    const path = join(folder, `file-${size}.bin`)
    writeRandom(path, size)
    await goTo(app, 'cases', app.seeded.caseId, 'files')
    const added = await watch(async () => {
      await files.chooser.setInputFiles(path)
      await files.link(`file-${size}`).waitFor({ timeout: 600_000 })
    })
    console.log(JSON.stringify({ step: 'add', mebibytes: size, ...added }))
    await files.link(`file-${size}`).click()
    const copied = await watch(async () => {
      await files.copy.click()
      await files.confirmCopy.click()
      await app.page.getByText('A copy was saved').waitFor({ timeout: 600_000 })
    })
    console.log(JSON.stringify({ step: 'copy', mebibytes: size, ...copied }))
  }
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The most that the page's process and this one, which is the host, took beyond what they had before. */
async function watch(work: () => Promise<void>) {
  await debug.send('HeapProfiler.collectGarbage')
  const before = memory()
  const peak = { ...before }
  const start = performance.now()
  const working = work().then(() => true)
  const pause = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), collectEveryMs))
  while (!(await Promise.race([working, pause()]))) {
    await debug.send('HeapProfiler.collectGarbage')
    const now = memory()
    peak.page = Math.max(peak.page, now.page)
    peak.host = Math.max(peak.host, now.host)
  }
  const grew = (key: 'page' | 'host') => Math.round((peak[key] - before[key]) / MiB)
  const seconds = Math.round((performance.now() - start) / 100) / 10
  return { pageGrewMiB: grew('page'), hostGrewMiB: grew('host'), seconds }
}

function memory() {
  const pages = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--type=renderer') && line.includes(app.folder))
    .map((line) => Number.parseInt(line, 10))
  return { page: Math.max(0, ...pages.map(residentBytes)), host: residentBytes(process.pid) }
}

function residentBytes(processId: number): number {
  try {
    const status = readFileSync(`/proc/${String(processId)}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0 // It ended meanwhile.
  }
}

function writeRandom(path: string, mebibytes: number): void {
  const file = openSync(path, 'w')
  const part = Buffer.alloc(MiB)
  for (let count = 0; count < mebibytes; count += 1) writeSync(file, randomFillSync(part))
  closeSync(file)
}
