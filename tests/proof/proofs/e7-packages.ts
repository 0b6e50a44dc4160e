import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Proof, ProofRun } from '../proof.ts'
import { partsListProblems, readPackagerFiles } from '#tests/security/package-files.ts'
import { packageProblems, readLockFile, readManifest } from '#tests/security/packages.ts'
import type { LockFile } from '#tests/security/packages.ts'

/** What comes from others: fingerprints, exact versions, scripts, and known flaws where the registry can be asked. */
export const proof: Proof = {
  id: 'E7',
  title: 'Packages are fixed by fingerprint, listed, and none runs a script that nobody looked at',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  async run(run) {
    const lock = readLockFile()
    for (const problem of packageProblems(lock, readManifest())) run.fail(problem)
    for (const problem of partsListProblems(readPackagerFiles())) run.fail(problem)
    if (run.tier !== 'sample') await askForFlaws(run)
    return Object.keys(lock.packages).length
  },
  control: {
    what: 'In the lock file one package loses its fingerprint and another gets an install script.',
    async sabotage(run) {
      for (const problem of packageProblems(spoil(readLockFile()), readManifest())) run.fail(problem)
    },
  },
}

function spoil({ packages }: LockFile): LockFile {
  const { integrity: _gone, ...dexie } = packages['node_modules/dexie'] ?? {}
  const react = { ...packages['node_modules/react'], hasInstallScript: true }
  return { packages: { ...packages, 'node_modules/dexie': dexie, 'node_modules/react': react } }
}

interface Audit {
  readonly metadata?: { readonly vulnerabilities?: { readonly high?: number; readonly critical?: number } }
}

// Not every network lets the registry be asked; then it says so, and the other parts stand alone.
async function askForFlaws(run: ProofRun): Promise<void> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const asked = await promisify(execFile)(npm, ['audit', '--omit=dev', '--json'], {
    timeout: 60_000,
    shell: process.platform === 'win32',
  }).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }))
  const found = readAudit(asked.stdout)
  if (found === undefined) run.note('the registry could not be asked for known flaws')
  else if (found > 0) run.fail(`${String(found)} packages of the product have high or critical flaws`)
}

function readAudit(text: string): number | undefined {
  try {
    // Written by npm.
    const { metadata } = JSON.parse(text) as Audit
    const { high, critical } = metadata?.vulnerabilities ?? {}
    return high === undefined || critical === undefined ? undefined : high + critical
  } catch {
    return undefined
  }
}
