import type { Result } from '#shared/domain/result.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import { kdfSaltBytes } from '#shared/vault/kdf.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'
import type { CreatedVault, CryptoOperations, NewKit, UnlockProblem, VaultFiles } from './crypto-protocol.ts'
import type { DeriveRequest, KdfOperations } from './derive-key.ts'
import { createCaller } from './rpc.ts'
import type { Caller, Channel } from './rpc.ts'

/** A worker, or a stand-in with the same two abilities. */
export interface WorkerHandle extends Channel {
  terminate(): void
}

/** Starts the two workers of the vault; nothing else is ever started. */
export interface WorkerFactory {
  crypto(): WorkerHandle
  kdf(): WorkerHandle
}

/** The page's hold on the crypto worker: passphrases go in, keys never come out. */
export interface VaultWorkers {
  readonly call: Caller<CryptoOperations>
  /** `now` is the instant from which the vault key counts as in use. */
  create(passphrase: string, now: string): Promise<Result<CreatedVault, UnlockProblem>>
  unlockWithPassphrase(
    files: VaultFiles,
    passphrase: string,
    kdf: KdfParameters,
  ): Promise<Result<void, UnlockProblem>>
  setPassphrase(
    files: VaultFiles,
    next: string,
    current?: { readonly passphrase: string; readonly kdf: KdfParameters },
  ): Promise<Result<VaultFiles, UnlockProblem>>
  /** Prepares another recovery key, with `renew` also another vault key; `current` proves the person again. */
  prepareKit(
    files: VaultFiles,
    current: { readonly passphrase: string; readonly kdf: KdfParameters },
    about: { readonly renew: boolean; readonly now: string },
  ): Promise<Result<NewKit, UnlockProblem>>
  /** Ends the crypto worker and with it every key. */
  terminate(): void
}

/** Starts a crypto worker. Each derivation gets a worker of its own that ends with its result. */
export function startVaultWorkers(factory: WorkerFactory): VaultWorkers {
  const worker = factory.crypto()
  const call = createCaller<CryptoOperations>(worker)
  const freshKdf = () => ({ calibrateWithSalt: randomBytes(kdfSaltBytes) })
  return {
    call,
    create: (passphrase, now) =>
      withDerivation(factory, { passphrase, kdf: freshKdf() }, (keyPort) =>
        call('create', { keyPort, now }, [keyPort]),
      ),
    unlockWithPassphrase: (files, passphrase, kdf) =>
      withDerivation(factory, { passphrase, kdf }, (keyPort) =>
        call('unlockWithPassphrase', { ...files, keyPort }, [keyPort]),
      ),
    setPassphrase: (files, next, current) =>
      withDerivation(factory, { passphrase: next, kdf: freshKdf() }, (keyPort) => {
        if (!current) return call('setPassphrase', { ...files, keyPort }, [keyPort])
        return withDerivation(factory, current, (currentKeyPort) =>
          call('setPassphrase', { ...files, keyPort, currentKeyPort }, [keyPort, currentKeyPort]),
        )
      }),
    prepareKit: (files, current, about) =>
      withDerivation(factory, current, (keyPort) =>
        call('prepareKit', { ...files, ...about, keyPort }, [keyPort]),
      ),
    terminate: () => worker.terminate(),
  }
}

/** Derives a key that travels from worker to worker; the derivation worker lives until it has been used. */
async function withDerivation<T>(
  factory: WorkerFactory,
  request: DeriveRequest,
  use: (keyPort: MessagePort) => Promise<T>,
): Promise<T> {
  const worker = factory.kdf()
  const { port1, port2 } = new MessageChannel()
  try {
    const derive = createCaller<KdfOperations>(worker)
    const using = use(port2)
    await derive('derive', { request, port: port1 }, [port1])
    return await using
  } finally {
    worker.terminate()
  }
}
