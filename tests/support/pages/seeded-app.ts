import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ClipboardPort } from '#electron/ports.ts'
import type { ViewOptions } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as scenarioPart from '#renderer/harness/scenario/index.ts'
import type { App } from './app.ts'
import { openHarness } from './harness-vault.ts'
import { unlock } from './unlock.ts'

const passphrase = 'nine herons cross the quiet mill pond'

/** Runs a command as of an instant, and answers with its output; a refusal fails the test. */
export type RunCommand = (name: string, input: object, at?: string) => Promise<Record<string, string>>

export interface SeededApp<T> extends App {
  readonly seeded: T
  readonly folder: string
  readonly passphrase: string
}

/** Opens the built program on a real vault that already holds what `seed` puts there, unlocked. */
export async function openSeededApp<T>(
  seed: (run: RunCommand) => Promise<T>,
  view: ViewOptions = {},
  clock?: string,
  clipboard?: ClipboardPort,
): Promise<SeededApp<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-e2e-'))
  const seeded = await fillVault(folder, seed)
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    ...(clock === undefined ? {} : { clock }),
    ...(clipboard === undefined ? {} : { clipboard }),
    view: { reducedMotion: 'reduce', timezoneId: 'America/Vancouver', ...view },
  })
  const complaints: string[] = []
  host.page.on('pageerror', (error) => complaints.push(error.message))
  host.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await unlock(host.page, passphrase)
  const close = async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { page: host.page, host, complaints, close, seeded, folder, passphrase }
}

async function fillVault<T>(folder: string, seed: (run: RunCommand) => Promise<T>): Promise<T> {
  const host = await openHarness(folder)
  await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  const scenario = await host.page.evaluateHandle(() =>
    // Put there by the harness page.
    (
      globalThis as unknown as { readonly harness: { scenario(): Promise<typeof scenarioPart> } }
    ).harness.scenario(),
  )
  await scenario.evaluate((part, words) => part.open(words), passphrase)
  const seeded = await seed(async (name, input, at) => {
    const done = await scenario.evaluate(
      (part, order) => {
        if (order.at !== undefined) part.setSurroundings({ now: order.at, zone: 'America/Vancouver' })
        return part.run(order.name, order.input)
      },
      { name, input, at },
    )
    if (!done.ok) throw new Error(`${name} was refused: ${JSON.stringify(done.error)}`)
    return done.value as Record<string, string> // Every command answers with an object of ids and words.
  })
  await host.close()
  return seeded
}

/** Goes to an address inside the vault. */
export async function goTo({ page }: Pick<App, 'page'>, ...parts: readonly string[]): Promise<void> {
  await page.evaluate(
    (address) => {
      location.hash = address
    },
    `/${parts.join('/')}`,
  )
  await page.getByRole('heading', { level: 1 }).waitFor()
}
